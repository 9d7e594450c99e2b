import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { calls, eventNames } from './electron/ipc/contract.ts';

const external = ['electron', /^node:/, '@napi-rs/keyring'];

/** One file builds all three: the windows' pages, the ESM main process with its workers, the sandboxed preload. */
export default defineConfig({
  root: 'renderer',
  base: './',
  environments: {
    client: {
      build: {
        outDir: '../dist/renderer',
        emptyOutDir: true,
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        // The headers forbid inline styles and scripts; nothing is inlined.
        cssCodeSplit: false,
        rolldownOptions: {
          input: {
            index: new URL('renderer/index.html', import.meta.url).pathname,
            palette: new URL('renderer/palette.html', import.meta.url).pathname,
          },
        },
      },
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
            'backup-worker': new URL('electron/adapters/backup-worker.ts', import.meta.url).pathname,
            'keychain-worker': new URL('electron/adapters/keychain-worker.ts', import.meta.url).pathname,
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
  plugins: [react()],
});
