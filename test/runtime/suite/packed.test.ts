import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { extractAll } from '@electron/asar';
import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';
import { _electron } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeDistribution } from '../distribution.ts';
import { readFuses } from '../fuses.ts';
import { executablePath, quietEnv, sampleApp } from './start-sample.ts';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const builder = require.resolve('electron-builder/cli.js');
const electron: { version: string } = require('electron/package.json');

let folder: string;
/** The folder that electron-builder has packed. Tests that change something take a copy. */
let packed: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stand-in-packed-'));
  const project = path.join(folder, 'project');
  await cp(sampleApp, project, { recursive: true });
  await writeDistribution(path.join(folder, 'distribution'));
  const config = {
    appId: 'example.sample',
    electronVersion: electron.version,
    electronDist: path.join(folder, 'distribution'),
    electronLanguages: ['en-US'],
    npmRebuild: false,
    asarUnpack: 'preload.cjs',
    files: ['main.js', 'preload.cjs', 'package.json'],
    directories: { output: path.join(folder, 'out') },
    linux: { executableName: 'sample', category: 'Utility' },
  };
  await writeFile(path.join(project, 'electron-builder.json'), JSON.stringify(config));
  await run(process.execPath, [builder, '--linux', 'dir', '--config', 'electron-builder.json'], { cwd: project });
  packed = path.join(folder, 'out', 'linux-unpacked');
}, 120_000);
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const children: ChildProcess[] = [];
const EVEN = [1, 0, 1, 0, 1, 0, 1, 0, 1];

let copies = 0;
async function copyPacked(fuses: Partial<Record<FuseV1Options, boolean>> = {}): Promise<string> {
  copies += 1;
  const copy = path.join(folder, `copy ${copies}`);
  await cp(packed, copy, { recursive: true });
  await flipFuses(path.join(copy, 'sample'), { version: FuseVersion.V1, ...fuses });
  return copy;
}

type Ended = { code: number | null; signal: string | null; output: string };

/** Starts an executable as a shell would; sends it the signals once it says that it is open. */
async function start(
  file: string,
  args: string[],
  env: Record<string, string>,
  ...signals: NodeJS.Signals[]
): Promise<Ended> {
  const child = spawn(file, args, { env: quietEnv(env), stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let output = '';
  let sent = false;
  const hear = (chunk: Buffer): void => {
    output += chunk;
    if (sent || !output.includes('sample is open')) return;
    sent = true;
    for (const signal of signals) child.kill(signal);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const [code, signal] = await once(child, 'close');
  return { code, signal, output };
}

test('what electron-builder packs from the distribution is launched by Playwright, and knows itself packed', async () => {
  const app = await _electron.launch({
    executablePath: path.join(packed, 'sample'),
    args: [`--user-data-dir=${folder}/data`, 'a file'],
    env: quietEnv(),
  });
  const page = await app.firstWindow();
  await page.waitForFunction('globalThis.scriptRan === true');
  const resources = path.join(packed, 'resources');
  const told = await app.evaluate(({ app }) => ({
    packaged: app.isPackaged,
    appPath: app.getAppPath(),
    resources: process.resourcesPath,
    executable: [process.execPath, process.argv[0], app.getPath('exe')],
    file: process.argv.at(-1),
    defaultApp: process.defaultApp ?? null,
    name: app.getName(),
    version: app.getVersion(),
    hidden: process.argv.some((argument) => argument.includes('stand-in-packed=')),
  }));
  expect(told).toEqual({
    packaged: true,
    appPath: path.join(resources, 'app.asar'),
    resources,
    executable: Array(3).fill(path.join(packed, 'sample')),
    file: 'a file',
    defaultApp: null,
    name: 'Stand-in Sample',
    version: '4.5.6',
    hidden: false,
  });
  // The preload lies in app.asar.unpacked.
  expect(existsSync(path.join(resources, 'app.asar.unpacked', 'preload.cjs'))).toBe(true);
  expect(await page.evaluate('api.nested.keep()')).toBe('kept');
  await app.close();
});

test('all nine fuses can be flipped in it, and are read back by their names', async () => {
  const copy = await copyPacked();
  const executable = path.join(copy, 'sample');
  const flip = (on: (fuse: FuseV1Options) => boolean): Promise<number> =>
    flipFuses(executable, {
      version: FuseVersion.V1,
      strictlyRequireAllFuses: true,
      [FuseV1Options.RunAsNode]: on(FuseV1Options.RunAsNode),
      [FuseV1Options.EnableCookieEncryption]: on(FuseV1Options.EnableCookieEncryption),
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      [FuseV1Options.EnableNodeCliInspectArguments]: on(FuseV1Options.EnableNodeCliInspectArguments),
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      [FuseV1Options.OnlyLoadAppFromAsar]: on(FuseV1Options.OnlyLoadAppFromAsar),
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: on(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
      [FuseV1Options.WasmTrapHandlers]: on(FuseV1Options.WasmTrapHandlers),
    });
  for (const parity of [0, 1]) {
    await flip((index) => index % 2 === parity);
    const { version, ...wire } = await getCurrentFuseWire(executable);
    expect(version).toBe('1');
    const state = (index: number): FuseState => (index % 2 === parity ? FuseState.ENABLE : FuseState.DISABLE);
    expect(wire).toEqual(Object.fromEntries(Array.from({ length: 9 }, (_, index) => [index, state(index)])));
    expect(Object.values(readFuses(executable)).map(Number)).toEqual(parity === 0 ? EVEN : EVEN.map((on) => 1 - on));
  }
});

test('without its fuse --inspect is passed over, as in Electron, and so is the signal for the debugger', async () => {
  const args = ['--inspect=0', `--user-data-dir=${folder}/inspected`];
  const open = await start(path.join(await copyPacked(), 'sample'), args, {}, 'SIGTERM');
  expect(open).toMatchObject({ code: 0, output: expect.stringContaining('Debugger listening on') });
  const closed = path.join(await copyPacked({ [FuseV1Options.EnableNodeCliInspectArguments]: false }), 'sample');
  const ended = await start(closed, args, {}, 'SIGUSR1', 'SIGTERM');
  expect(ended).toMatchObject({ code: 0, output: expect.stringContaining('--inspect is passed over') });
  expect(ended.output).not.toContain('Debugger listening on');
});

test('its fuses decide whether it passes for Node and whether it heeds NODE_OPTIONS', async () => {
  const node = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--title=optioned' };
  const say = ['-p', '`${process.title} ${process.versions.electron}`'];
  const open = await start(path.join(packed, 'sample'), say, node, 'SIGTERM');
  expect(open).toMatchObject({ code: 0, output: 'optioned undefined\n' });
  const optionless = await copyPacked({ [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false });
  const quiet = await start(path.join(optionless, 'sample'), say, node, 'SIGTERM');
  expect(quiet.output).toMatch(/ undefined\n$/);
  expect(quiet.output).not.toContain('optioned');
  const nodeless = await copyPacked({ [FuseV1Options.RunAsNode]: false });
  const app = await start(path.join(nodeless, 'sample'), [`--user-data-dir=${folder}/nodeless`], node, 'SIGTERM');
  expect(app).toMatchObject({ code: 0, output: expect.stringContaining('sample is open') });
});

test('an app in a folder is run, unless the fuses allow archives only', async () => {
  const inFolder = async (fuses: Partial<Record<FuseV1Options, boolean>>): Promise<string> => {
    const copy = await copyPacked(fuses);
    const archive = path.join(copy, 'resources', 'app.asar');
    extractAll(archive, path.join(copy, 'resources', 'app'));
    await rename(archive, path.join(copy, 'resources', 'gone.asar'));
    return path.join(copy, 'sample');
  };
  const args = [`--user-data-dir=${folder}/folder`];
  expect(await start(await inFolder({}), args, {}, 'SIGTERM')).toMatchObject({ code: 0 });
  const strict = await start(await inFolder({ [FuseV1Options.OnlyLoadAppFromAsar]: true }), args, {}, 'SIGTERM');
  expect(strict).toMatchObject({ code: 1, output: expect.stringContaining('Unable to find a valid app') });
});

test.each(['SIGTERM', 'SIGKILL'] as const)('nothing is left of the unpacked archive after %s', async (signal) => {
  const temp = await mkdtemp(path.join(folder, 'temp-'));
  await start(path.join(packed, 'sample'), [`--user-data-dir=${temp}/data`], { TMPDIR: temp }, signal);
  const left = async (): Promise<string[]> => (await readdir(temp)).filter((name) => name.startsWith('stand-in-'));
  await expect.poll(left).toEqual([]);
});

test('the distribution itself, and an archive that is named, run as Electron runs them: not packed', async () => {
  const archive = path.join(packed, 'resources', 'app.asar');
  for (const file of [path.join(folder, 'distribution', 'electron'), executablePath]) {
    const app = await _electron.launch({
      executablePath: file,
      args: [archive, `--user-data-dir=${folder}/named`],
      env: quietEnv(),
    });
    await (await app.firstWindow()).waitForFunction('globalThis.scriptRan === true');
    const told = await app.evaluate(({ app }) => [app.isPackaged, app.getAppPath(), process.defaultApp]);
    expect(told).toEqual([false, archive, true]);
    await app.close();
  }
});
