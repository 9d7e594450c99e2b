import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { BusError } from '../../electron/adapters/dbus/bus-error.ts';
import { KeychainTrouble } from '../../electron/adapters/keychain/trouble.ts';
import { allChannels, type Channel } from '../../electron/ipc/contract.ts';
import { createDispatcher, type Handlers } from '../../electron/ipc/dispatcher.ts';
import { logInternalErrors } from '../../electron/ipc/log-internal-error.ts';
import { diagnosticAreas } from '../../electron/vault/diagnostics.ts';
import { errorCodes, type Facts, isVaultError, VaultError } from '../../electron/vault/errors.ts';
import { openWrittenDiagnostics, ownCode } from '../support/diagnostics-file.ts';

/**
 * Errors that hold a key's value wherever an error can hold a text, put through all that an error can reach: the log, the
 * terminal, and the answer to a window.
 */

/** Values in the forms that keys have; each with nothing in it that a code, an area, a file name or a sentence (“that f…”) has, too. */
const values = {
  letters: `Zq${randomBytes(30)
    .toString('base64')
    .replaceAll(/[^A-Za-z]/g, 'Q')}Jx`,
  hex: randomBytes(24).toString('hex'),
  digits: Array.from(randomBytes(24), (byte) => byte % 10).join(''),
  lines: `-----BEGIN ${randomBytes(18).toString('base64')}\n    at Zq${randomBytes(18).toString('base64')}JX (main.js:1:1)\n`,
  frame: `x\n    at Object.<anonymous> (file://${ownCode}/main.ts:${randomBytes(3).readUIntBE(0, 3)}:7)`,
} as const;

/** What of a value would be a piece of it: four characters in a row. */
function piecesOf(value: string): string[] {
  return Array.from({ length: value.length - 3 }, (_, at) => value.slice(at, at + 4));
}

/** Pieces that are in what Clavis writes anyway, whatever the value: "at" and a file's name in one that looks like a frame. */
function ownPieces(): Set<string> {
  const harmless = [
    ownCode,
    'at Object.<anonymous> (file://',
    '/main.ts:',
    '-----BEGIN ',
    '    at ',
    ' (main.js:1:1)\n',
  ];
  return new Set(
    harmless.flatMap((text) => [...piecesOf(text), ...piecesOf(`x\n    ${text}`), ...piecesOf(`--${text}`)]),
  );
}

function assertWithout(text: string, value: string, where: string): void {
  const own = ownPieces();
  // The time has digits of its own, and so have the lines of frames.
  const looked = text.replaceAll(/"at":"[^"]*"/g, '').replaceAll(/\.ts:\d+/g, value === values.frame ? '.ts' : '');
  const found = piecesOf(value).filter((piece) => !own.has(piece) && looked.includes(piece));
  expect(found, where).toEqual([]);
}

/** Texts that a value is in: whole, between others, in pieces. */
function textsWith(value: string): string[] {
  const half = Math.floor(value.length / 2);
  return [
    value,
    `could not read ${value}: denied`,
    `/home/x/${value}/.env`,
    value.slice(0, half),
    value.slice(half),
    `${value}${value}`,
  ];
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

class Named extends Error {}

/** Every error that the product can raise, with this text wherever an error can hold one. */
function errorsWith(text: string): unknown[] {
  const facts: Facts = { name: text, file: text, reason: text, said: text, [text]: text };
  const dressed = (error: Error): Error =>
    Object.assign(error, {
      cause: new Error(text),
      path: text,
      dest: text,
      syscall: text,
      errstr: text,
      info: { text },
      [text]: text,
    });
  const coded = (code: unknown, errno: unknown = -2): Error => Object.assign(dressed(new Error(text)), { code, errno });
  const renamed = new Named(text);
  Object.defineProperty(renamed, 'name', { value: text });
  Object.defineProperty(renamed, 'constructor', { value: { name: text } });
  const stacked = new Error(text);
  stacked.stack = `Error: ${text}\n    at ${text} (file://${ownCode}/${text}.ts:12:3)`;
  const hostile = new Error(text);
  Object.defineProperty(hostile, 'code', {
    get() {
      throw new Error(text);
    },
  });
  const system = [...Array(40).keys()].map((errno) => coded(errno % 2 === 0 ? 'ENOENT' : 'ENOSPC', -errno));
  const circle: { cause?: unknown } & Error = dressed(new Error(text));
  circle.cause = circle;
  return [
    ...errorCodes.flatMap((code) => [new VaultError(code, facts), dressed(new VaultError(code, facts))]),
    ...system,
    coded(text),
    coded(Number.parseInt(text, 16)),
    Object.assign(new Error(text), { errcode: Number(text) || 11, errstr: text }),
    new AggregateError([new Error(text), new AggregateError([coded(text), text, { text }], text)], text, {
      cause: text,
    }),
    circle,
    renamed,
    stacked,
    hostile,
    dressed(new TypeError(text)),
    new DOMException(text, text),
    new BusError('refused', text),
    new KeychainTrouble('failed', { code: 'NO_LONGER_OURS', account: text }),
    thrownBy(() => JSON.parse(`{"${text}`)),
    thrownBy(() => new URL(text, 'x:')),
    thrownBy(() => readFileSync(`/nowhere/${text}`.replaceAll('\0', ''))),
    thrownBy(() => new DatabaseSync(':memory:').exec(`SELECT '${text.replaceAll("'", '')}`)),
    thrownBy(() => z.strictObject({ a: z.enum(['b']) }).parse({ a: text, [text]: text })),
    thrownBy(() => Reflect.apply(String.prototype.normalize, '', [text])),
    text,
    [text],
    { message: text, code: text, stack: text, toString: () => text },
    Symbol(text),
    () => text,
    Number.parseInt(text, 10),
    new Proxy(new Error(text), {
      get() {
        throw new Error(text);
      },
    }),
  ];
}

test.each(Object.entries(values))(
  'no error brings a value of %s into the log or onto the terminal',
  async (_form, value) => {
    const shown: string[] = [];
    for (const method of ['error', 'warn', 'log'] as const) {
      const spy = vi
        .spyOn(console, method)
        .mockImplementation((...given) => void shown.push(given.map(String).join(' ')));
      onTestFinished(() => spy.mockRestore());
    }
    let now = Date.UTC(2026, 0, 1);
    const log = await openWrittenDiagnostics({ now: () => now });
    let reported = 0;
    for (const text of textsWith(value)) {
      for (const error of errorsWith(text)) {
        now += 11 * 60_000;
        log.report(diagnosticAreas[reported % diagnosticAreas.length] ?? 'process', error, [text, value]);
        reported += 1;
      }
    }
    expect(reported).toBeGreaterThan(6 * 2 * errorCodes.length);
    const written = await log.text();
    // Each is there: what is not written can't be found.
    expect((await log.written()).length + log.read().entries).toBeGreaterThan(reported / 2);
    assertWithout(written, value, 'the file');
    assertWithout(log.read().text, value, 'what is copied');
    assertWithout(log.echoed.join('\n'), value, 'what is shown on the terminal');
    assertWithout(shown.join('\n'), value, 'the console');
  },
  60_000,
);

const origin = 'app://clavis';

/** The app's own way from a handler to a window; the handler throws. */
function answerWith(error: unknown, report: (channel: Channel, error: unknown) => void) {
  const failing = allChannels.map((channel) => [channel, () => Promise.reject(error)] as const);
  const table: Handlers = Object.assign(Object.create(null), Object.fromEntries(failing));
  const answer = createDispatcher(table, {
    origins: { main: origin, palette: origin, question: origin },
    windowKindOf: () => 'main',
    isLocked: () => false,
    onInternalError: report,
  });
  return answer('settings.get', { sender: { id: 1 }, senderFrame: { origin, parent: null } }, {});
}

test.each(Object.entries(values))(
  'an error that nobody foresaw answers a window without a value of %s, and is noted',
  async (_form, value) => {
    const log = await openWrittenDiagnostics();
    for (const text of textsWith(value)) {
      // A vault error crosses with its words and facts, which its code makes for the person: only what hangs on it is not theirs.
      const known = errorCodes.map((code) =>
        Object.assign(new VaultError(code, {}), { cause: text, stack: text, path: text }),
      );
      for (const error of [...errorsWith(text).filter((one) => !isVaultErrorSafely(one)), ...known]) {
        const answer = await answerWith(error, logInternalErrors(log));
        expect(answer.ok).toBe(false);
        assertWithout(JSON.stringify(answer), value, 'the answer');
      }
    }
    expect(await log.written()).toContain('call TypeError');
    assertWithout(await log.text(), value, 'the file');
  },
  60_000,
);

function isVaultErrorSafely(error: unknown): boolean {
  try {
    return isVaultError(error);
  } catch {
    // A proxy that lets nobody look: it is none.
    return false;
  }
}
