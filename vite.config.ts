import path from 'node:path';
import react from '@vitejs/plugin-react';
import { type BuildEnvironmentOptions, defineConfig, type EnvironmentOptions, type Plugin } from 'vite';
import { channelsOf, eventNames } from './electron/ipc/contract.ts';

/** The path of a file of the project, on every system. */
const fromRoot = (file: string): string => path.join(import.meta.dirname, file);

const external = ['electron', /^node:/, '@napi-rs/keyring'];

/** Main's workers, by the names that main starts them by. */
export const workers = {
  'backup-worker': fromRoot('electron/adapters/backups/worker.ts'),
  'external-import-worker': fromRoot('electron/adapters/external-import/worker.ts'),
  'env-files-worker': fromRoot('electron/adapters/env-files/worker.ts'),
};

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
      index: fromRoot('renderer/index.html'),
      palette: fromRoot('renderer/palette.html'),
    },
    // A page’s words are constants: each text is where it is shown, without a name that would cost bytes.
    optimization: { inlineConst: { mode: 'all', pass: 2 } },
    output: { codeSplitting: { groups: [{ name: 'vault', test: /renderer\/(vault-|resource|merge-)/ }] } },
  },
} satisfies BuildEnvironmentOptions;

/** The page of main's own questions: a build of its own, so that neither shares a file with the other. */
export const questionPage = {
  ...pages,
  rolldownOptions: {
    input: { question: fromRoot('renderer/question.html') },
    optimization: pages.rolldownOptions.optimization,
  },
} satisfies BuildEnvironmentOptions;

/** A sandboxed preload: its bridge has what its pages may call and hear, and nothing else. */
function preload(folder: string, bridge: { channels: Iterable<string>; events: readonly string[] }) {
  return {
    consumer: 'server',
    define: {
      __CHANNELS__: JSON.stringify([...bridge.channels]),
      __EVENTS__: JSON.stringify(bridge.events),
    },
    build: {
      outDir: `../dist/${folder}`,
      emptyOutDir: true,
      target: 'chrome140',
      minify: false,
      rolldownOptions: {
        input: { preload: fromRoot('electron/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
    },
  } satisfies EnvironmentOptions;
}

/** One file builds all: the windows' pages, main's own, the ESM main process with its workers and git's runner, the preloads of both. */
export default defineConfig({
  root: 'renderer',
  base: './',
  environments: {
    client: {
      build: { ...pages, outDir: '../dist/renderer' },
    },
    question: {
      consumer: 'client',
      build: { ...questionPage, outDir: '../dist/question' },
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
            main: fromRoot('electron/main.ts'),
            ...workers,
            'git-runner': fromRoot('electron/adapters/git/runner.ts'),
          },
          external,
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
      resolve: { noExternal: true, external: ['@napi-rs/keyring'] },
    },
    // The main window and the palette share one; which of them may call what, the router knows.
    preload: preload('preload', {
      channels: new Set([...channelsOf.main, ...channelsOf.palette]),
      events: eventNames,
    }),
    questionPreload: preload('question-preload', { channels: channelsOf.question, events: [] }),
  },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) await builder.build(environment);
    },
  },
  plugins: [react(), preloadAll],
});
