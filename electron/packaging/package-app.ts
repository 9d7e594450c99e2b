import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { buildWithLicenses } from './build-with-licenses.ts';
import { root } from './paths.ts';

const electronBuilder = createRequire(import.meta.url).resolve('electron-builder/cli.js');

/**
 * Builds the app and packs it for this machine as electron-builder.yml says. `args` are electron-builder's own. Returns its
 * exit code.
 */
export async function packageApp(args: readonly string[]): Promise<number> {
  await buildWithLicenses();
  const env = { ...process.env, NO_UPDATE_NOTIFIER: '1' };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [electronBuilder, ...args], { cwd: root, env, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
