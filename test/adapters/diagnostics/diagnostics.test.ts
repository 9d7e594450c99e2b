import { readFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readPlain } from '../../../electron/adapters/files/open-plain.ts';
import { EventFailure } from '../../../electron/vault/diagnostics.ts';
import { vaultError } from '../../../electron/vault/errors.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import { parseValue } from '../../../electron/vault/value.ts';
import { openWrittenDiagnostics } from '../../support/diagnostics-file.ts';

const id = '0123456789abcdef0123456789abcdef';
const thrownBy = async (work: () => unknown): Promise<unknown> => {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

test('an entry has the time, version, area, code, the beginning of ids, and our own frames', async () => {
  const log = await openWrittenDiagnostics({ now: () => Date.UTC(2026, 0, 2, 3, 4, 5) });
  log.report('erasing', await thrownBy(() => parseValue('', 64)), [id, 'keys.copy', 'not an id', '../etc']);
  expect(JSON.parse(await log.text())).toEqual({
    at: '2026-01-02T03:04:05.000Z',
    app: '0.2.0 linux',
    area: 'erasing',
    code: 'VALUE_EMPTY',
    ids: ['01234567', 'keys.copy'],
    frames: [expect.stringMatching(/^errors\.ts:\d+$/), expect.stringMatching(/^value\.ts:\d+$/)],
  });
  expect(log.echoed.join('\n')).toBe((await log.text()).trim());
});

test('an error that comes from the system is found where Clavis waited for it', async () => {
  const log = await openWrittenDiagnostics();
  log.report('exports', await thrownBy(() => readPlain('/nowhere/at/all', 10)));
  expect(JSON.parse(await log.text())).toMatchObject({
    code: 'ENOENT',
    frames: [expect.stringMatching(/^open-plain\.ts:\d+$/)],
  });
});

test.each<[string, unknown]>([
  ['SQLITE_1', await thrownBy(() => new DatabaseSync(':memory:').exec('SELECT nonsense'))],
  ['ENOENT', await thrownBy(() => readFile('/nowhere'))],
  ['ZodError', await thrownBy(() => z.string().parse(1))],
  ['SyntaxError', await thrownBy(() => JSON.parse('{'))],
  ['PAGE_GONE', new EventFailure('PAGE_GONE')],
  ['Error', Object.assign(new Error('x'), { code: 'NO_CODE_OF_OURS' })],
  ['THROWN_STRING', 'thrown'],
  ['THROWN_UNDEFINED', undefined],
  ['THROWN_OBJECT', null],
])('%s is named', async (code, error) => {
  const log = await openWrittenDiagnostics();
  log.report('process', error);
  expect(await log.written()).toEqual([`process ${code}`]);
});

test('causes and gathered errors are named by their codes, a circle of them too', async () => {
  const log = await openWrittenDiagnostics();
  const circle = new Error('a', { cause: vaultError('KEYCHAIN_LOCKED') });
  const gathered = new AggregateError([circle, vaultError('CLOSING')]);
  Object.assign(vaultError('CLOSING'), { cause: circle });
  Object.assign(circle, { errors: [gathered] });
  log.report('exports', gathered);
  expect(JSON.parse(await log.text()).causes.slice(0, 3)).toEqual(['Error', 'KEYCHAIN_LOCKED', 'AggregateError']);
});

test('the very same failure is written once in ten minutes, then with how often it came meanwhile', async () => {
  let now = Date.UTC(2026, 0, 1);
  const log = await openWrittenDiagnostics({ now: () => now });
  const error = vaultError('KEYCHAIN_LOCKED');
  for (let at = 0; at < 4; at += 1) log.report('erasing', error, [id]);
  log.report('erasing', error, [id.replaceAll('0', 'f')]);
  expect(await log.written()).toHaveLength(2);
  now += 10 * 60_000;
  log.report('erasing', error, [id]);
  expect(JSON.parse((await log.text()).trim().split('\n').at(-1) ?? '')).toMatchObject({ again: 3 });
});

test('a flood of different failures writes sixty a minute, and says of how many it did not', async () => {
  let now = Date.UTC(2026, 0, 1);
  const log = await openWrittenDiagnostics({ now: () => now });
  const idOf = (at: number): string => at.toString(16).padStart(8, '0').padEnd(32, '0');
  for (let at = 0; at < 1_000; at += 1) log.report('call', vaultError('CLOSING'), [idOf(at)]);
  expect(await log.written()).toHaveLength(60);
  now += 60_000;
  log.report('quit', vaultError('CLOSING'));
  expect(JSON.parse((await log.text()).trim().split('\n').at(-1) ?? '')).toMatchObject({ area: 'quit', left: 940 });
});

test('what is reported while something is reported is left out, and nothing is ever thrown', async () => {
  const log = await openWrittenDiagnostics();
  const hostile = new Proxy(new Error('x'), {
    get() {
      log.report('process', new Error('again'));
      throw new Error('get');
    },
    getPrototypeOf() {
      throw new Error('prototype');
    },
  });
  log.report('process', hostile);
  log.report('process', {
    get code() {
      throw new Error('code');
    },
  });
  expect(await log.written()).toEqual(['process UNREADABLE', 'process THROWN_OBJECT']);
  expect(() => log.report('process', new Secret('x'))).not.toThrow();
});
