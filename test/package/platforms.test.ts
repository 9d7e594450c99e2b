import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { afterPack } from '../../electron/packaging/after-pack.ts';
import { archivedFiles } from '../../electron/packaging/package-parts.ts';
import { fusesOf, hardenedFuses } from '../support/package-fuses.ts';
import {
  installedElectronVersion,
  makeSkeleton,
  type Skeleton,
  type SkeletonPlatform,
} from '../support/package-skeleton.ts';

const allKeyrings = ['linux-x64-gnu', 'linux-x64-musl', 'darwin-x64', 'darwin-arm64', 'win32-x64-msvc'];

const platforms = {
  linux: { platform: Platform.LINUX, targets: ['AppImage', 'deb', 'rpm'], executable: 'clavis' },
  win: { platform: Platform.WINDOWS, targets: ['nsis'], executable: 'Clavis.exe' },
  mac: { platform: Platform.MAC, targets: ['dir'], executable: '' },
};

/** What targets hand to the programs that make their files (fpm's arguments, NSIS' defines), with the files these name. */
interface Computed {
  readonly text: string;
  readonly files: readonly string[];
}

interface Packed {
  /** The folder that holds the app as it is installed. */
  readonly app: string;
  readonly resources: string;
  readonly computed: readonly Computed[];
}

/** Packs with the project's own electron-builder.yml, up to the outside program that would make an installer. */
async function pack(name: SkeletonPlatform, skeleton: Skeleton): Promise<Packed> {
  const { platform, targets } = platforms[name];
  const computed: Computed[] = [];
  vi.stubEnv('ELECTRON_BUILDER_7ZIP_PATH', await makeSevenZip(skeleton));
  try {
    await build({
      targets: platform.createTarget(targets, Arch.x64),
      projectDir: skeleton.project,
      publish: 'never',
      config: {
        electronDist: skeleton.electron,
        electronVersion: installedElectronVersion(),
        afterPack,
        // The skeleton's executable is none that Windows' resources could be put into.
        ...(name === 'win' ? { disableAsarIntegrity: true, win: { signAndEditExecutable: false } } : {}),
      },
      effectiveOptionComputed: async (options) => {
        computed.push(await read(options));
        return true;
      },
    });
  } finally {
    vi.unstubAllEnvs();
  }
  const app = path.join(skeleton.project, 'release', name === 'mac' ? 'mac/Clavis.app' : `${name}-unpacked`);
  return { app, resources: path.join(app, name === 'mac' ? 'Contents/Resources' : 'resources'), computed };
}

/** In the place of 7-Zip, which electron-builder downloads: leaves something where an archive should be. */
async function makeSevenZip({ electron }: Skeleton): Promise<string> {
  const file = path.join(electron, '../7za');
  await writeFile(file, '#!/bin/sh\nfor each; do case "$each" in *.7z) echo archive > "$each";; esac; done\n');
  await chmod(file, 0o755);
  return file;
}

/** The files are electron-builder's temporary ones, gone when it ends. */
async function read(options: unknown): Promise<Computed> {
  const text = JSON.stringify(options);
  const named = text.match(/[^"=]+\.desktop|[^"]+after-remove[^"]*/g) ?? [];
  const files = named.filter((file) => path.isAbsolute(file) && !file.startsWith('/usr'));
  return { text, files: await Promise.all(files.map((file) => readFile(file, 'utf8'))) };
}

const common = [
  'dist/main/git-worker.js',
  'dist/main/main.js',
  'dist/preload/preload.cjs',
  'dist/question-preload/preload.cjs',
  'dist/question/assets/question-1a2b3c.js',
  'dist/question/question.html',
  'dist/renderer/assets/index-1a2b3c.js',
  'dist/renderer/assets/style-1a2b3c.css',
  'dist/renderer/index.html',
  'package.json',
];

const binding = ['LICENSE', 'index.js', 'package.json'].map((file) => `node_modules/@napi-rs/keyring/${file}`);
const keyringModule = (name: string) => [
  `node_modules/@napi-rs/keyring-${name}/keyring.${name}.node`,
  `node_modules/@napi-rs/keyring-${name}/package.json`,
];

interface Case {
  readonly name: SkeletonPlatform;
  /** The binaries that the keychain's binding needs there; none where it is not called. */
  readonly keyrings: readonly string[];
  readonly more?: (packed: () => Packed) => void;
}

const cases: readonly Case[] = [
  { name: 'linux', keyrings: [], more: linux },
  { name: 'win', keyrings: ['win32-x64-msvc'], more: win },
  // Both side by side, for a universal app.
  { name: 'mac', keyrings: ['darwin-arm64', 'darwin-x64'], more: mac },
];

describe.each(cases)('a package for $name', ({ name, keyrings, more }) => {
  let skeleton: Skeleton;
  let packed: Packed;
  beforeAll(async () => {
    skeleton = await makeSkeleton(name, allKeyrings);
    packed = await pack(name, skeleton);
  }, 60_000);
  afterAll(() => skeleton.remove());

  test('holds what runs and nothing else, and only this platform’s keychain binary, outside the archive', async () => {
    const files = archivedFiles(path.join(packed.resources, 'app.asar'));
    const modules = keyrings.length > 0 ? [...binding, ...keyrings.flatMap(keyringModule)] : [];
    expect(files.map((file) => file.path)).toEqual([...common, ...modules].sort());
    const unpacked = files.filter((file) => file.unpacked).map((file) => path.basename(file.path));
    expect(unpacked).toEqual(keyrings.map((keyring) => `keyring.${keyring}.node`));
    expect(await readFile(path.join(packed.resources, 'licenses/clavis.txt'), 'utf8')).toBe('MIT');
  });

  test('has all nine fuses as decided', async () => {
    expect(await fusesOf(path.join(packed.app, platforms[name].executable))).toEqual(hardenedFuses);
  });

  async function packWithout(): Promise<Packed> {
    const installed = allKeyrings.filter((keyring) => !keyrings.includes(keyring));
    const without = await makeSkeleton(name, keyrings.length > 0 ? installed : []);
    onTestFinished(() => without.remove());
    return pack(name, without);
  }
  if (keyrings.length > 0) {
    test('is refused without its keychain binary, with the line that installs it', async () => {
      await expect(packWithout()).rejects.toThrow(/npm install --no-save --force @napi-rs\/keyring-/);
    });
  } else {
    test('needs no keychain binary, and is made where none is installed', async () => {
      expect(archivedFiles(path.join((await packWithout()).resources, 'app.asar'))).not.toEqual([]);
    });
  }

  more?.(() => packed);
});

function linux(packed: () => Packed): void {
  const entryName = 'app.clavis.Clavis.desktop';

  test.each(['deb', 'rpm'])(
    '(%s) has icons of every size, and an entry by the name that Electron gives its windows',
    (target) => {
      const { text = '', files = [] } = packed().computed.find((each) => each.text.includes(`.${target}"`)) ?? {};
      for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
        expect(text).toContain(`=/usr/share/icons/hicolor/${size}x${size}/apps/clavis.png"`);
      }
      expect(text).toContain(`=/usr/share/applications/${entryName}"`);
      expect(files.join('\n')).toMatch(/^StartupWMClass=app\.clavis\.Clavis$/m);
      expect(files.join('\n')).toMatch(/^Exec=\/opt\/Clavis\/clavis /m);
      expect(files.join('\n')).toMatch(/^Categories=Development;Security;$/m);
    },
  );

  test('(AppImage) has the same entry, and starts with Chromium’s sandbox', () => {
    const { text = '' } = packed().computed.find((each) => each.text.includes('desktopFileName')) ?? {};
    expect(text).not.toContain('no-sandbox');
    expect(JSON.parse(text)).toMatchObject({
      desktopFileName: entryName,
      desktop: expect.stringMatching(/^Categories=Development;Security;$/m),
    });
  });
}

function win(packed: () => Packed): void {
  test('is installed for one user, and uninstalling leaves the data', () => {
    const text = packed()
      .computed.map((each) => each.text)
      .join('');
    expect(text).toContain('"ONE_CLICK"');
    expect(text).toContain('"APP_ID":"app.clavis.Clavis"');
    expect(text).not.toMatch(/DELETE_APP_DATA|INSTALL_MODE_PER_ALL_USERS/);
  });
}

function mac(packed: () => Packed): void {
  test('is a developer tool, checks its archive, and claims no camera, microphone or Bluetooth', async () => {
    const info = await readFile(path.join(packed().app, 'Contents/Info.plist'), 'utf8');
    expect(info).toMatch(/<key>LSApplicationCategoryType<\/key>\s*<string>public\.app-category\.developer-tools</);
    expect(info).toMatch(/<key>CFBundleIdentifier<\/key>\s*<string>app\.clavis\.Clavis</);
    expect(info).toMatch(/<key>ElectronAsarIntegrity<\/key>\s*<dict>\s*<key>Resources\/app\.asar</);
    expect(info).not.toMatch(/Camera|Microphone|Bluetooth/);
  });

  test('may compile at run time, and nothing more', async () => {
    const entitlements = await readFile('electron/packaging/entitlements.mac.plist', 'utf8');
    expect(entitlements.match(/<key>.*<\/key>/g)).toEqual(['<key>com.apple.security.cs.allow-jit</key>']);
  });
}
