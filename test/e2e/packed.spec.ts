import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { extractAll } from '@electron/asar';
import { type Browser, chromium, type Page } from '@playwright/test';
import { archivedFiles, partsOf } from '../../electron/packaging/package-parts.ts';
import { expect, test } from '../support/e2e.ts';
import { fusesOf, hardenedFuses } from '../support/package-fuses.ts';
import { packedClavis, packedLaunchOptions } from '../support/packed.ts';

const { executable, fused, resources } = packedClavis();
const archive = path.join(resources, 'app.asar');
const projectRoot = path.resolve(import.meta.dirname, '../..');

/** Everything that may be in the archive. `[hash]` is what the build puts into a name. */
const runs = [
  'package.json',
  'dist/main/main.js',
  'dist/main/backup-worker.js',
  'dist/main/external-import-worker.js',
  'dist/main/env-files-worker.js',
  'dist/main/git-runner.js',
  'dist/main/*-[hash].js',
  'dist/preload/preload.cjs',
  'dist/question-preload/preload.cjs',
  'dist/question/question.html',
  'dist/question/assets/*-[hash].js',
  'dist/question/assets/*-[hash].css',
  'dist/renderer/index.html',
  'dist/renderer/palette.html',
  'dist/renderer/assets/*-[hash].js',
  'dist/renderer/assets/*-[hash].css',
];

/** The keychain's binding and its binary; on Linux, where they are not called, none. */
const binary = 'node_modules/@napi-rs/keyring-[platform]/keyring.[platform].node';
const binding = [
  'node_modules/@napi-rs/keyring/LICENSE',
  'node_modules/@napi-rs/keyring/index.js',
  'node_modules/@napi-rs/keyring/package.json',
  binary,
  'node_modules/@napi-rs/keyring-[platform]/package.json',
];
const isCalled = process.platform !== 'linux';
const thisPlatform = process.platform === 'win32' ? `win32-${process.arch}-msvc` : `darwin-${process.arch}`;

/** A file's name without what differs from build to build and from platform to platform. */
function kindOf(name: string): string {
  return name
    .replace(/^(dist\/.*\/)[\w-]+-[\w-]{8}\.(js|css)$/, '$1*-[hash].$2')
    .replaceAll(new RegExp(`keyring([-.])${thisPlatform}`, 'g'), 'keyring$1[platform]');
}

test('the archive holds what runs and nothing else, and only the keychain’s binary lies outside it', () => {
  const files = archivedFiles(archive);
  const expected = isCalled ? [...runs, ...binding] : runs;
  expect([...new Set(files.map((file) => kindOf(file.path)))].sort()).toEqual([...expected].sort());
  const unpacked = files.filter((file) => file.unpacked).map((file) => kindOf(file.path));
  expect(unpacked).toEqual(isCalled ? [binary] : []);
});

test('nothing in the archive tells where it was built, or knows the stand-in', async ({ home }) => {
  const folder = path.join(home.folder, 'archive');
  extractAll(archive, folder);
  for (const file of archivedFiles(archive).filter(({ unpacked }) => !unpacked)) {
    const text = await readFile(path.join(folder, file.path), 'latin1');
    expect(text.includes(projectRoot), `${file.path} names the folder it was built in`).toBe(false);
    expect(/sourceMappingURL|stand-in/i.test(text), `${file.path} names its sources or the stand-in`).toBe(false);
  }
});

test('the licences of everything in it lie next to the archive', async () => {
  const folder = path.join(resources, 'licenses');
  expect((await readdir(folder)).sort()).toEqual([
    'clavis.txt',
    'keychain.md',
    'main.md',
    'preload.md',
    'question-preload.md',
    'question.md',
    'renderer.md',
  ]);
  const bundled = await readFile(path.join(folder, 'main.md'), 'utf8');
  for (const name of ['zod', 'age-encryption', 'csv-parse', 'fflate']) expect(bundled).toContain(`## ${name} `);
  expect(await readFile(path.join(folder, 'renderer.md'), 'utf8')).toContain('## react-dom ');
});

test('what is ours in it is under 6 MB', () => {
  const sum = Object.values(partsOf(resources)).reduce((total, bytes) => total + bytes, 0);
  expect(sum).toBeLessThan(6_000_000);
});

test('all nine fuses of the executable are as decided', async () => {
  expect(await fusesOf(fused)).toEqual(hardenedFuses);
});

test('the package as it is handed on starts, and no Node options get into it', async ({ home, keyring, display }) => {
  const foreign = path.join(home.folder, 'foreign.cjs');
  const marker = path.join(home.folder, 'foreign-code-ran');
  await writeFile(foreign, `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '')`);
  const { args = [], env = {} } = packedLaunchOptions(executable, home, { ...keyring.env, DISPLAY: display });
  const app = spawn(executable, ['--inspect=0', '--remote-debugging-port=0', ...args], {
    cwd: home.folder,
    env: { ...env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require=${foreign}` },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = listenTo(app);
  try {
    const browser = await chromium.connectOverCDP(await said.line(/^DevTools listening on (ws:\S+)/));
    const page = await mainPageOf(browser);
    await page.waitForSelector('html[data-ready="true"]');
    expect(said.all()).not.toContain('Debugger listening');
    expect(existsSync(marker)).toBe(false);
  } finally {
    app.kill();
    if (app.exitCode === null && app.signalCode === null) await once(app, 'exit');
  }
});

interface Said {
  /** What the expression finds first, once it is said. Rejects when the process has ended without. */
  line(expression: RegExp): Promise<string>;
  all(): string;
}

function listenTo(app: ChildProcess): Said {
  let text = '';
  app.stderr?.setEncoding('utf8').on('data', (more) => {
    text += more;
  });
  return {
    async line(expression) {
      let found: string | undefined;
      await expect
        .poll(() => {
          found = text.split('\n').flatMap((line) => expression.exec(line)?.[1] ?? [])[0];
          return found ?? (app.exitCode === null ? 'not said yet' : `ended: ${text}`);
        })
        .not.toMatch(/^not said yet$/);
      if (found === undefined) throw new Error(`the app ended: ${text}`);
      return found;
    },
    all: () => text,
  };
}

async function mainPageOf(browser: Browser): Promise<Page> {
  let page: Page | undefined;
  await expect
    .poll(() => {
      const pages = browser.contexts().flatMap((context) => context.pages());
      page = pages.find((each) => each.url().endsWith('/index.html'));
      return page?.url();
    })
    .toBeDefined();
  if (page === undefined) throw new Error('the window is gone again');
  return page;
}
