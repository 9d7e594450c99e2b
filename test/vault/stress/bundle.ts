import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';

export interface Bundle {
  /** The vault's process: one file, which starts in a fifth of the time that its hundred sources take. */
  readonly child: string;
  remove(): Promise<void>;
}

const project = path.resolve(import.meta.dirname, '../../..');

/** Puts the vault's process, each of its workers and git's runner into a file of its own, in a folder of their own. */
export function bundleChild(): Promise<Bundle> {
  return bundleWith({
    child: path.join(import.meta.dirname, 'child.ts'),
    'git-runner': path.join(project, 'electron/adapters/git/runner.ts'),
    'utility-world': path.join(project, 'test/runtime/utility-world.ts'),
    'env-files-worker': path.join(project, 'electron/adapters/env-files/worker.ts'),
  });
}

/** The same with other programs, by their names: `child` is the one that is started. */
export async function bundleWith(input: Readonly<Record<'child' | (string & {}), string>>): Promise<Bundle> {
  const folder = await mkdtemp(path.join(tmpdir(), 'clavis-crash-'));
  // The binding is looked for from where the files lie.
  await symlink(path.join(project, 'node_modules'), path.join(folder, 'node_modules'));
  await build({
    configFile: false,
    root: project,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['@napi-rs/keyring'] },
    build: {
      ssr: true,
      outDir: path.join(folder, 'out'),
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input,
        external: [/^node:/, '@napi-rs/keyring'],
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  return {
    child: path.join(folder, 'out/child.mjs'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
