import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UtilityProcess, utilityProcess } from '../utility-process.ts';
import { type Sample, startSample } from './start-sample.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'stand-in-utility-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let scripts = 0;
function script(text: string): string {
  scripts += 1;
  const file = path.join(folder, `script-${scripts}.mjs`);
  writeFileSync(file, text);
  return file;
}

const echo = "process.parentPort.on('message', (event) => process.parentPort.postMessage(event));";
type Options = ConstructorParameters<typeof UtilityProcess>[2];
const fork = (text: string, options: Options = {}, args: readonly string[] = []): UtilityProcess =>
  new UtilityProcess(script(text), args, { stdio: 'ignore', ...options });

/** What it says first. */
async function said(program: UtilityProcess): Promise<unknown> {
  const [message]: unknown[] = await once(program, 'message');
  return message;
}

/** What this text evaluates to in a utility process. */
async function valueIn(expression: string, options: Options = {}, args: readonly string[] = []): Promise<unknown> {
  const program = fork(`import fs from 'node:fs'; process.parentPort.postMessage(${expression})`, options, args);
  try {
    return await said(program);
  } finally {
    program.kill();
  }
}

async function codeOf(program: UtilityProcess): Promise<unknown> {
  const [code]: unknown[] = await once(program, 'exit');
  return code;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('can be started only when the app is ready', () => {
  expect(() => utilityProcess.fork(script(''))).toThrow(
    new TypeError('utilityProcess cannot be created before app is ready.'),
  );
});

test('what is sent before it has spawned arrives, and it is known by its number while it runs', async () => {
  const program = fork(echo);
  program.postMessage({ asked: 1 });
  expect([program.pid, program.kill()]).toEqual([undefined, false]);
  await once(program, 'spawn');
  expect(program.pid).toBeGreaterThan(0);
  expect(await said(program)).toEqual({ data: { asked: 1 }, ports: [] });
  expect(program.kill()).toBe(true);
  expect(await codeOf(program)).toBe(0);
  expect([program.pid, program.kill()]).toEqual([undefined, false]);
  program.postMessage('nobody hears this');
});

test('what is sent waits until somebody listens in it', async () => {
  const program = fork(`setTimeout(() => { ${echo} }, 100);`);
  program.postMessage('first');
  program.postMessage('second');
  const got: unknown[] = [];
  program.on('message', (message) => got.push(message));
  await expect.poll(() => got).toEqual(['first', 'second'].map((data) => ({ data, ports: [] })));
  program.kill();
});

test('whatever can be cloned crosses both ways, and what can’t be throws', async () => {
  const program = fork(echo);
  for (const data of [undefined, null, new Map([[1, new Date(0)]]), new Uint8Array([1, 2]), { a: [1n] }]) {
    program.postMessage(data);
    expect(await said(program)).toEqual({ data, ports: [] });
  }
  expect(() => program.postMessage(() => {})).toThrow(/could not be cloned/);
  program.kill();
});

test.each([
  ['its own code', 'process.exit(3)', 3],
  ['an error that nobody catches', "throw new Error('on purpose')", 1],
  ['a signal that is not from kill()', "process.kill(process.pid, 'SIGKILL')", 9],
])('the code of its exit: %s', async (_how, text, code) => {
  expect(await codeOf(fork(text))).toBe(code);
});

test('a script that is not there is an exit with 1', async () => {
  const program = new UtilityProcess(path.join(folder, 'none.mjs'), [], { stdio: 'ignore' });
  expect(await codeOf(program)).toBe(1);
});

test('kill() also ends one that won’t hear, which counts as an orderly end', async () => {
  const program = fork(`process.on('SIGTERM', () => {}); process.parentPort.postMessage('deaf'); ${echo}`);
  await said(program);
  expect(program.kill()).toBe(true);
  expect(await codeOf(program)).toBe(0);
});

describe('what its script finds', () => {
  test('the environment that was given and no other; main’s where an empty one was', async () => {
    const names = 'Object.keys(process.env)';
    expect(await valueIn(names, { env: { ONLY: 'this' } })).toEqual(['ONLY']);
    expect(await valueIn('process.env.PATH', { env: {} })).toBe(process.env['PATH']);
    expect(await valueIn('process.env.PATH')).toBe(process.env['PATH']);
  });

  test('its arguments, its folder, and what kind of process it is', async () => {
    const seen = '{ args: process.argv.slice(2), own: process.argv[1], cwd: process.cwd(), type: process.type }';
    const found = await valueIn(seen, { cwd: tmpdir() }, ['one', '--two']);
    expect(found).toMatchObject({ args: ['one', '--two'], cwd: tmpdir(), type: 'utility' });
    expect(found).toMatchObject({ own: expect.stringMatching(/script-\d+\.mjs$/) });
  });

  test('no output where it is ignored, and no input', async () => {
    const program = fork(
      "import fs from 'node:fs'; process.parentPort.postMessage([0, 1, 2].map((at) => fs.readlinkSync(`/proc/self/fd/${at}`)))",
    );
    expect(await said(program)).toEqual(['/dev/null', '/dev/null', '/dev/null']);
    expect([program.stdout, program.stderr]).toEqual([null, null]);
    program.kill();
  });

  test('modules of Electron that throw by name', async () => {
    const told = fork(`
      import { net } from 'electron';
      try { net.fetch('a:') } catch (error) { process.parentPort.postMessage(error.message) }`);
    expect(await said(told)).toBe('not in the stand-in: net.fetch');
    told.kill();
  });
});

test('what is not offered throws by name, and what Electron refuses is refused', () => {
  const text = script('');
  const start = (options: Options) => () => new UtilityProcess(text, [], options);
  expect(start({ partition: 'a' })).toThrow('not in the stand-in: utilityProcess.fork: options.partition');
  expect(start({ stdio: 'pipe' })).toThrow('not in the stand-in: utilityProcess.fork: stdio pipe');
  expect(start({ stdio: 'other' })).toThrow('stdio must be of the following values');
  expect(start({ stdio: ['inherit', 'ignore', 'ignore'] })).toThrow('stdin value other than ignore');
  expect(start({ stdio: ['ignore'] })).toThrow('configuration missing for stdin, stdout or stderr.');
  expect(() => new UtilityProcess('')).toThrow('Missing UtilityProcess entry script.');
});

async function startInApp({ app }: Sample, text: string): Promise<number> {
  return app.evaluate(async ({ utilityProcess: offered }, file) => {
    const program = offered.fork(file, [], { stdio: 'ignore', serviceName: 'of the suite' });
    await new Promise((resolve) => program.once('message', resolve));
    return program.pid ?? 0;
  }, script(text));
}

test.each([
  ['that listens', echo],
  ['that is busy', 'setTimeout(() => { for (;;); }, 10);'],
])('one %s goes with the app when that quits', async (_kind, text) => {
  const sample = await startSample();
  const pid = await startInApp(sample, `process.parentPort.postMessage(0); ${text}`);
  expect(isAlive(pid)).toBe(true);
  expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).toContain(folder);
  await sample.stop();
  await expect.poll(() => isAlive(pid)).toBe(false);
});

test('one goes with the app when that is killed', async () => {
  const sample = await startSample();
  const pid = await startInApp(sample, `process.parentPort.postMessage(0); ${echo}`);
  sample.app.process().kill('SIGKILL');
  await expect.poll(() => isAlive(pid)).toBe(false);
  await sample.stop();
});
