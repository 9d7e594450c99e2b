import { chmod, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fuseWire } from './fuses.ts';

const require = createRequire(import.meta.url);
const standIn = path.join(import.meta.dirname, 'electron');

const CREDITS = `<!doctype html>
<title>Credits</title>
<p>This distribution holds no Chromium: the Electron stand-in runs the system's.</p>
`;

/**
 * Writes a folder in the shape of Electron's own distribution for Linux, for electron-builder's `electronDist`. What is
 * packed from it runs on the stand-in of this repository, at the place where it lies now, and its fuses can be flipped.
 */
export async function writeDistribution(folder: string): Promise<void> {
  const electron = path.dirname(require.resolve('electron/package.json'));
  const manifest: { version: string } = JSON.parse(await readFile(path.join(electron, 'package.json'), 'utf8'));
  await mkdir(path.join(folder, 'resources'), { recursive: true });
  await mkdir(path.join(folder, 'locales'), { recursive: true });
  await Promise.all([
    writeExecutable(path.join(folder, 'electron')),
    writeFile(path.join(folder, 'version'), manifest.version),
    writeFile(path.join(folder, 'locales', 'en-US.pak'), ''),
    copyFile(path.join(electron, 'LICENSE'), path.join(folder, 'LICENSE')),
    writeFile(path.join(folder, 'LICENSES.chromium.html'), CREDITS),
  ]);
}

/** The shell never reads as far as the wire, which has to be the last thing in the file: the stand-in reads it there. */
async function writeExecutable(file: string): Promise<void> {
  const quoted = `'${standIn.replaceAll("'", "'\\''")}'`;
  const script = `#!/bin/sh
# The Electron stand-in in the place of a packed app's executable. Its fuses are the last line.
exec ${quoted} --stand-in-packed="$(readlink -f "$0")" "$@"
`;
  await writeFile(file, Buffer.concat([Buffer.from(script), fuseWire()]));
  await chmod(file, 0o755);
}

if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new Error('Name the folder to write: node test/runtime/distribution.ts <folder>');
  await writeDistribution(path.resolve(folder));
}
