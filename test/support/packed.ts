import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type FuseConfig, FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import type { _electron as electron } from '@playwright/test';
import { findRuntime } from './electron-runtime.ts';
import { type Home, launchOptions } from './launch-clavis.ts';

/** An app as it lies after packing. */
export interface PackedApp {
  /** What the system would install. */
  readonly folder: string;
  /** What is started. */
  readonly executable: string;
  /** What holds the fuses: on macOS the whole bundle. */
  readonly fused: string;
  readonly resources: string;
}

const projectRoot = path.resolve(import.meta.dirname, '../..');

/** Where `npm run package` puts a package: one made with the stand-in lies apart, so that nobody hands it on. */
export function outputFolder(kind: 'electron' | 'stand-in'): string {
  return path.join(projectRoot, 'release', ...(kind === 'stand-in' ? ['stand-in'] : []));
}

/** The package for this machine under electron-builder's `output`; there need be none. */
export function packedAppIn(output: string, name: string): PackedApp {
  const suffix = process.arch === 'x64' ? '' : `-${process.arch}`;
  if (process.platform === 'darwin') return appAt(path.join(output, `mac${suffix}`), name);
  return appAt(path.join(output, `${process.platform === 'win32' ? 'win' : 'linux'}${suffix}-unpacked`), name);
}

function appAt(folder: string, name: string): PackedApp {
  if (process.platform === 'darwin') {
    const fused = path.join(folder, `${name}.app`);
    const contents = path.join(fused, 'Contents');
    return {
      folder,
      fused,
      executable: path.join(contents, 'MacOS', name),
      resources: path.join(contents, 'Resources'),
    };
  }
  const executable = path.join(folder, process.platform === 'win32' ? `${name}.exe` : name.toLowerCase());
  return { folder, fused: executable, executable, resources: path.join(folder, 'resources') };
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
  const copy = appAt(copied, name);
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
