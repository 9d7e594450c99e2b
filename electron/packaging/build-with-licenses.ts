import { copyFile, glob, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { createBuilder } from 'vite';
import { root } from './paths.ts';

const licenses = path.join(root, 'dist/licenses');
/** Where Vite writes the licences of what it bundled, within the folder that it built. */
const written = '.vite/license.md';

const builds = [
  { environment: 'client', folder: 'renderer' },
  { environment: 'main', folder: 'main' },
  { environment: 'preload', folder: 'preload' },
  { environment: 'question', folder: 'question' },
  { environment: 'questionPreload', folder: 'question-preload' },
];

/** Builds the app as `vite build --app` does, and keeps in dist/licenses what everything in it is licensed under. */
export async function buildWithLicenses(): Promise<void> {
  const builder = await createBuilder({
    root: path.join(root, 'renderer'),
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'warn',
    environments: Object.fromEntries(builds.map(({ environment }) => [environment, { build: { license: true } }])),
  });
  await builder.buildApp();
  await rm(licenses, { recursive: true, force: true });
  await mkdir(licenses);
  await copyFile(path.join(root, 'LICENSE'), path.join(licenses, 'clavis.txt'));
  for (const { folder } of builds) {
    const from = path.join(root, 'dist', folder, written);
    await copyFile(from, path.join(licenses, `${folder}.md`));
    await rm(path.dirname(from), { recursive: true });
  }
  // The same crates in each platform's binary.
  for await (const file of glob('node_modules/@napi-rs/keyring-*/LICENSE.third-party.md', { cwd: root })) {
    await copyFile(path.join(root, file), path.join(licenses, 'keychain.md'));
  }
}
