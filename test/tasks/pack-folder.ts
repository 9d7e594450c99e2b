/**
 * Packs a folder for this machine: on Electron where it is, elsewhere on the stand-in, to test packages, not to hand on.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageApp } from '../../electron/packaging/package-app.ts';
import { printParts } from '../../electron/packaging/package-parts.ts';
import { writeDistribution } from '../runtime/distribution.ts';
import { findRuntime } from '../support/electron-runtime.ts';
import { outputFolder, packedClavis } from '../support/packed.ts';

async function packOnStandIn(): Promise<number> {
  const distribution = await mkdtemp(path.join(tmpdir(), 'clavis-distribution-'));
  try {
    await writeDistribution(distribution);
    const output = path.relative(process.cwd(), outputFolder('stand-in'));
    return await packageApp(['--dir', `-c.electronDist=${distribution}`, `-c.directories.output=${output}`]);
  } finally {
    await rm(distribution, { recursive: true });
  }
}

const code = await (findRuntime().kind === 'stand-in' ? packOnStandIn() : packageApp(['--dir']));
if (code === 0) printParts(packedClavis().resources);
process.exit(code);
