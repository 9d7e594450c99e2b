/** `npm start`: the app on Electron, else on the stand-in in a visible window, else (no display) the tour. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { findRuntime } from '../support/electron-runtime.ts';
import { root, run, runAll } from './run.ts';

const downloadMs = 180_000;

function hasDisplay(): boolean {
  const { DISPLAY = '', WAYLAND_DISPLAY = '' } = process.env;
  return process.platform !== 'linux' || DISPLAY !== '' || WAYLAND_DISPLAY !== '';
}

/** Electron fetches its binary at first use; machines that can't reach it are told so by its own installer. */
function downloadElectron(): void {
  console.log('Electron’s binary is not here yet: trying to download it.');
  const installer = path.join(
    path.dirname(createRequire(import.meta.url).resolve('electron/package.json')),
    'install.js',
  );
  spawnSync(process.execPath, [installer], { cwd: root, stdio: 'ignore', timeout: downloadMs });
}

if (!hasDisplay()) {
  console.log('There is no display: this is the tour, headless.');
  process.exit(await run('node', ['test/tasks/tour.ts']));
}
if (findRuntime().kind === 'stand-in') downloadElectron();
const runtime = findRuntime();
console.log(runtime.line);
process.exit(
  await runAll([
    ['vite', 'build', '--app', '--logLevel', 'warn'],
    [runtime.executablePath, ...(runtime.kind === 'stand-in' ? ['--stand-in-preview'] : []), root],
  ]),
);
