import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type FuseConfig, FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import type { _electron as electron } from '@playwright/test';
import { type PackedApp, packedAppAt, packedAppIn } from '../../electron/packaging/packed-app.ts';
import { releaseFolder } from '../../electron/packaging/paths.ts';
import { findRuntime } from './electron-runtime.ts';
import { type Home, launchOptions } from './launch-clavis.ts';

const projectRoot = path.resolve(import.meta.dirname, '../..');

/** Where a package is put: one made with the stand-in lies apart, so that nobody hands it on. */
export function outputFolder(kind: 'electron' | 'stand-in'): string {
  return path.join(releaseFolder, ...(kind === 'stand-in' ? ['stand-in'] : []));
}

/** Clavis as it was packed last for this machine and runtime. */
export function packedClavis(): PackedApp {
  return packedAppIn(outputFolder(findRuntime().kind), 'Clavis');
}

export interface InspectableCopy extends PackedApp {
  remove(): Promise<void>;
}

/** Playwright drives main through Node's inspector, which a package refuses: a copy that differs in that one fuse. */
export async function inspectableCopy({ folder }: PackedApp, name: string): Promise<InspectableCopy> {
  const parent = await mkdtemp(path.join(tmpdir(), 'clavis-packed-'));
  const copied = path.join(parent, path.basename(folder));
  await cp(folder, copied, { recursive: true, verbatimSymlinks: true });
  const copy = packedAppAt(copied, name);
  const oneFuse: FuseConfig = {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    resetAdHocDarwinSignature: process.platform === 'darwin',
  };
  await flipFuses(copy.fused, oneFuse);
  return { ...copy, remove: () => rm(parent, { recursive: true, force: true, maxRetries: 5 }) };
}

type LaunchOptions = NonNullable<Parameters<typeof electron.launch>[0]>;

/** How Playwright starts a packed app, with a home of its own: as it starts the built one, but for the folder. */
export function packedLaunchOptions(
  executable: string,
  home: Home,
  env: Readonly<Record<string, string>>,
): LaunchOptions {
  const { args = [], ...rest } = launchOptions(projectRoot, home, env);
  return { ...rest, executablePath: executable, args: args.filter((arg) => arg !== projectRoot) };
}
