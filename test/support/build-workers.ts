import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { workers } from '../../vite.config.ts';
import { builtWorkers } from './worker-source.ts';

/**
 * Vitest's global set-up: builds main's workers as they ship, for all test files of a run. From its source each start of one
 * would take the types away again, and takes twice the processor's time.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  if (process.env[builtWorkers] !== undefined) return async () => {};
  const folder = await mkdtemp(join(tmpdir(), 'clavis-workers-'));
  const environment = process.env['NODE_ENV'];
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: workers,
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  process.env['NODE_ENV'] = environment ?? 'test';
  process.env[builtWorkers] = folder;
  return async () => {
    delete process.env[builtWorkers];
    await rm(folder, { recursive: true, force: true });
  };
}
