import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHead } from '../../../../electron/adapters/keychain/passphrase-vault/contents.ts';
import { secretBytes, secretNames } from '../../../support/memory-secrets.ts';
import { makeVaultFile, type VaultFile } from '../../../support/open-vault-file.ts';

const child = path.resolve(import.meta.dirname, '../../../support/memory-child.ts');
const seed = randomBytes(16).toString('hex');
let place: VaultFile;
let running: ChildProcess;
/** What may be nowhere once it is locked, by name: its bytes. */
let secrets: ReadonlyMap<string, Buffer>;
const snapshotFile = () => path.join(place.folder, 'snapshot');

beforeAll(async () => {
  place = makeVaultFile();
  running = spawn(process.execPath, [child, place.file, seed, snapshotFile()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (running.stdout === null) throw new Error('it says nothing');
  await once(running.stdout, 'data');
  const opened = await openHead(readFileSync(place.file), secretBytes(seed, 'next passphrase').toString('latin1'));
  if (opened === null) throw new Error('its passphrase is another one');
  const typed = secretNames.map((name) => [name, secretBytes(seed, name)] as const);
  secrets = new Map([...typed, ['master key', opened.master]]);
});
afterAll(() => {
  running.kill('SIGKILL');
  place.remove();
});

/** As bytes, as hex and base64 digits, and as a JavaScript string of two bytes a character may hold them. */
const forms = (bytes: Buffer): Buffer[] => [
  bytes,
  Buffer.from(bytes.toString('latin1'), 'utf16le'),
  Buffer.from(bytes.toString('hex')),
  Buffer.from(bytes.toString('base64').replace(/=+$/, '')),
];

function namesFoundIn(held: Buffer): string[] {
  return [...secrets].flatMap(([name, bytes]) => (forms(bytes).some((form) => held.includes(form)) ? [name] : []));
}

test('once it is locked, a heap snapshot holds no value, no passphrase and no master key', () => {
  const snapshot = readFileSync(snapshotFile());
  // It is a snapshot of that process: a name that is no secret is in it.
  expect(snapshot.includes('kept/1')).toBe(true);
  expect(namesFoundIn(snapshot)).toEqual([]);
});

test.runIf(process.platform === 'linux')('once it is locked, none of its memory holds the master key', () => {
  const found = new Set<string>();
  let regions = 0;
  const memory = openSync(`/proc/${running.pid}/mem`, 'r');
  try {
    for (const line of readFileSync(`/proc/${running.pid}/maps`, 'utf8').split('\n')) {
      const [, from = '', to = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
      const size = Number.parseInt(to, 16) - Number.parseInt(from, 16);
      if (!(size > 0) || size > 2 ** 30) continue;
      const held = Buffer.alloc(size);
      try {
        readSync(memory, held, 0, size, Number.parseInt(from, 16));
      } catch {
        // What the kernel gives to nobody, as its own pages.
        continue;
      }
      regions += 1;
      for (const name of namesFoundIn(held)) found.add(name);
    }
  } finally {
    closeSync(memory);
  }
  expect(regions).toBeGreaterThan(10);
  // What was a text stays in V8's own pages until others are written over it.
  expect(found).toContain('value');
  expect(found).not.toContain('master key');
});
