/**
 * `npm run package`: builds, and packs for this machine what electron-builder.yml says. Its arguments go on to
 * electron-builder; `-- --dir --offline` packs a folder on the Electron stand-in, where Electron can't be downloaded: to
 * test packages, not to hand on.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeDistribution } from '../runtime/distribution.ts';
import { findRuntime } from '../support/electron-runtime.ts';
import { printParts } from '../support/package-parts.ts';
import { outputFolder, packedClavis } from '../support/packed.ts';
import { buildWithLicenses } from './build-with-licenses.ts';
import { run, taskEnv } from './run.ts';

const args = process.argv.slice(2).filter((arg) => arg !== '--offline');
const offline = process.argv.includes('--offline');
const folderOnly = args.includes('--dir');

if (offline && !folderOnly) {
  console.error('Without Electron only a folder can be packed: npm run package -- --dir --offline');
  process.exit(1);
}

await buildWithLicenses();
const distribution = await mkdtemp(path.join(tmpdir(), 'clavis-distribution-'));
let code: number;
try {
  if (offline) {
    await writeDistribution(distribution);
    const output = path.relative(process.cwd(), outputFolder('stand-in'));
    args.push(`-c.electronDist=${distribution}`, `-c.directories.output=${output}`);
  }
  code = await run('electron-builder', args, taskEnv({ NO_UPDATE_NOTIFIER: '1' }));
} finally {
  await rm(distribution, { recursive: true });
}
if (code === 0 && folderOnly) printParts(packedClavis().resources);
if (code !== 0 && !offline && findRuntime().kind === 'stand-in') {
  console.error('Where Electron can’t be downloaded: npm run package -- --dir --offline');
}
process.exit(code);
