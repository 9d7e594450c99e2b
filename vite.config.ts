import react from '@vitejs/plugin-react';
import { type BuildEnvironmentOptions, defineConfig, type Plugin } from 'vite';
import { calls, eventNames } from './electron/ipc/contract.ts';

const external = ['electron', /^node:/, '@napi-rs/keyring'];

/**
 * A page asks for all of its scripts at once, those too that its first one imports later: without this they would be asked
 * for one after the other.
 */
export const preloadAll: Plugin = {
  name: 'preload-all',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {}, chunk }) {
      const all = new Set<string>();
      const follow = (file: string): void => {
        const found = bundle[file];
        if (all.has(file) || found?.type !== 'chunk') return;
        all.add(file);
        for (const next of [...found.imports, ...found.dynamicImports]) follow(next);
      };
      if (chunk) follow(chunk.fileName);
      return [...all].slice(1).map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
        injectTo: 'head',
      }));
    },
  },
};

/** How the windows' pages are built. */
export const pages = {
  emptyOutDir: true,
  assetsInlineLimit: 0,
  modulePreload: false,
  // The headers forbid inline styles and scripts; nothing is inlined.
  cssCodeSplit: false,
  rolldownOptions: {
    input: {
      index: new URL('renderer/index.html', import.meta.url).pathname,
      palette: new URL('renderer/palette.html', import.meta.url).pathname,
    },
    output: { codeSplitting: { groups: [{ name: 'vault', test: /renderer\/(vault-|resource|merge-)/ }] } },
  },
} satisfies BuildEnvironmentOptions;

/** One file builds all three: the windows' pages, the ESM main process with its workers, the sandboxed preload. */
export default defineConfig({
  root: 'renderer',
  base: './',
  environments: {
    client: {
      build: { ...pages, outDir: '../dist/renderer' },
    },
    main: {
      consumer: 'server',
      build: {
        outDir: '../dist/main',
        emptyOutDir: true,
        target: 'node24',
        minify: false,
        rolldownOptions: {
          input: {
            main: new URL('electron/main.ts', import.meta.url).pathname,
            'backup-worker': new URL('electron/adapters/backups/worker.ts', import.meta.url).pathname,
            'collections-worker': new URL('electron/adapters/collections/worker.ts', import.meta.url).pathname,
            'keychain-worker': new URL('electron/adapters/keychain/worker.ts', import.meta.url).pathname,
          },
          external,
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
      resolve: { noExternal: true, external: ['@napi-rs/keyring'] },
    },
    preload: {
      consumer: 'server',
      define: {
        __CHANNELS__: JSON.stringify(Object.keys(calls)),
        __EVENTS__: JSON.stringify(eventNames),
      },
      build: {
        outDir: '../dist/preload',
        emptyOutDir: true,
        target: 'chrome140',
        minify: false,
        rolldownOptions: {
          input: { preload: new URL('electron/preload.ts', import.meta.url).pathname },
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: 'preload.cjs' },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) await builder.build(environment);
    },
  },
  plugins: [react(), preloadAll],
});
