import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';
import { pages, preloadAll, questionPage } from '../../vite.config.ts';

/** The environment variable that says where the renderer lies, built for all test files of a run. */
export const builtRenderer = 'CLAVIS_BUILT_RENDERER';

const root = join(import.meta.dirname, '../../renderer/');

/** Builds the renderer's pages as they ship. Returns the folder, which is the caller's to remove. */
export async function buildRenderer(): Promise<string> {
  // Without this Vite would build what React offers to developers.
  process.env['NODE_ENV'] = 'production';
  const folder = await mkdtemp(join(tmpdir(), 'clavis-renderer-'));
  const shared: InlineConfig = {
    configFile: false,
    logLevel: 'error',
    root,
    base: './',
    plugins: [react(), preloadAll],
  };
  await build({ ...shared, build: { ...pages, outDir: folder } });
  await build({ ...shared, build: { ...questionPage, outDir: folder, emptyOutDir: false } });
  return folder;
}

/**
 * Vitest's global set-up, before the first test file, in the process that starts the others. Several of its projects ask
 * for it: the first one builds.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  if (process.env[builtRenderer] !== undefined) return async () => {};
  const before = process.env['NODE_ENV'] ?? 'test';
  const folder = await buildRenderer();
  process.env['NODE_ENV'] = before;
  process.env[builtRenderer] = folder;
  return async () => {
    delete process.env[builtRenderer];
    await rm(folder, { recursive: true, force: true });
  };
}
