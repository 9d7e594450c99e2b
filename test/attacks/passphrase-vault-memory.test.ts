import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { needsLinux } from '../support/needs.ts';
import { makeVaultFile, type VaultFile } from '../support/open-vault-file.ts';

needsLinux('prlimit');

let place: VaultFile;
beforeEach(() => {
  place = makeVaultFile();
});
afterEach(() => place.remove());

const source = (name: string): string => JSON.stringify(new URL(`../../electron/${name}`, import.meta.url).href);

/** A process of its own, whose memory ends: what it says of each act then, and once there is memory again. */
const script = (file: string): string => `
  import { execFileSync } from 'node:child_process';
  import { readFileSync } from 'node:fs';
  import { openPassphraseVault } from ${source('adapters/keychain/passphrase-vault/keychain.ts')};
  import { Secret } from ${source('vault/secret.ts')};
  // scrypt takes 128 MiB.
  const open = (file) => openPassphraseVault({ file, work: { log2N: 17, r: 8, p: 1 }, report() {} });
  const said = (work) => work.then(String, ({ code }) => code);
  const limit = (bytes) => execFileSync('prlimit', ['--pid', String(process.pid), '--data=' + bytes + ':']);
  const right = new Secret('four words kept elsewhere');
  const { vault } = open(${JSON.stringify(file)});
  await vault.create(right);
  const [, data] = /VmData:\\s+(\\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'));
  limit(Number(data) * 1024 + 64 * 2 ** 20);
  const change = await said(vault.change(right));
  vault.lock();
  const unlock = await said(vault.unlock(right));
  const confirm = await said(vault.confirm(right));
  const create = await said(open(${JSON.stringify(`${file}.other`)}).vault.create(right));
  const pauseMs = vault.pauseMs();
  limit('unlimited');
  const again = await said(vault.unlock(right));
  console.log(JSON.stringify({ change, unlock, confirm, create, pauseMs, again }));
`;

test('without memory for scrypt nothing counts as a wrong passphrase, and what is missing is said', () => {
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', script(place.file)], { encoding: 'utf8' });
  const noMemory = 'PASSPHRASE_NO_MEMORY';
  expect(JSON.parse(out)).toEqual({
    change: noMemory,
    unlock: noMemory,
    confirm: noMemory,
    create: noMemory,
    pauseMs: 0,
    again: 'true',
  });
  expect(readdirSync(place.folder)).toEqual(['values.sealed']);
});
