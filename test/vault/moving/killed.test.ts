import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ValuePlace } from '../../../electron/vault/records.ts';
import { startKeyring, type TestKeyring } from '../../support/keyring.ts';
import { readBothPlaces } from '../../support/move-places.ts';
import { passphrase } from '../../support/open-vault-file.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../../support/test-vault.ts';
import { type Bundle, bundleWith } from '../stress/bundle.ts';

const service = 'Clavis Test';
let bundle: Bundle;
let keyring: TestKeyring;
let opened: TestVault;

beforeAll(async () => {
  bundle = await bundleWith({ child: path.join(import.meta.dirname, '../../support/move-child.ts') });
}, 300_000);
afterAll(() => bundle.remove());
beforeEach(async () => {
  keyring = await startKeyring();
  opened = await openTestVault({ keyring, service });
  opened.consent.agrees = true;
  opened.consent.newPassphrase = passphrase.reveal();
  opened.consent.types = [passphrase.reveal()];
});
afterEach(async () => {
  await opened.stop();
  await keyring.stop();
});

/** Moves in another process, which is killed before its write of this number. Returns that write's name; null: it came to its end. */
async function moveAndDie(to: ValuePlace, number: number): Promise<string | null> {
  const given = [bundle.child, opened.folder, service, to, `#${number}`];
  const running = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  running.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [, signal] = await once(running, 'close');
  if (said === 'done') return null;
  if (signal !== 'SIGKILL') throw new Error(`it ended by itself: ${said}`);
  return said;
}

/** As at a start: a passphrase that was being tried when the process was killed makes the next one wait a second. */
async function unlock(): Promise<void> {
  if (!opened.vault.locking.isLocked()) return;
  await expect
    .poll(
      () =>
        opened.vault.locking
          .unlock(async () => void (await opened.ports.passphraseVault.unlock(passphrase)))
          .then(opened.vault.locking.isLocked, () => true),
      { timeout: 20_000 },
    )
    .toBe(false);
}

test.each(['passphrase', 'keychain'] as const)(
  'a process that is killed before any of its writes while it moves values to the %s loses none, and leaves none behind',
  { timeout: 900_000 },
  async (to) => {
    const from = to === 'keychain' ? 'passphrase' : 'keychain';
    const values = new Map<string, string>();
    for (const seed of ['a', 'b']) {
      const { id } = await opened.vault.keys.add({ ...someFields, name: `Key ${seed}` }, someValue(seed));
      values.set(`${id}/1`, someValue(seed).reveal());
    }
    const both = () =>
      readBothPlaces({ folder: opened.folder, service, keyring, passphrase: passphrase.reveal() }, [
        ...values.keys(),
        'fingerprint/1',
      ]);
    if (from === 'passphrase') await opened.vault.moving.start('passphrase');
    const killedAt: string[] = [];
    const ended = { [from]: 0, [to]: 0 };
    for (let number = 1; ; number += 1) {
      let point: string | null = null;
      await opened.restart({
        async between() {
          point = await moveAndDie(to, number);
          const { sealed, keychain } = await both();
          const where = `killed at ${point}`;
          for (const [account, value] of values)
            expect([sealed.get(account), keychain.get(account)], where).toContain(value);
        },
      });
      const where = `killed at ${point}`;
      await unlock();
      expect(await opened.vault.reconcile(), where).toEqual([]);
      const { place, left } = opened.vault.moving.view();
      const { sealed, keychain, files } = await both();
      const [full, empty] = place === 'keychain' ? [keychain, sealed] : [sealed, keychain];
      expect(Object.fromEntries(full), where).toMatchObject(Object.fromEntries(values));
      expect({ left, empty: [...empty], files }, where).toEqual({
        left: 0,
        empty: [],
        files: place === 'keychain' ? [] : ['values.sealed'],
      });
      ended[place] = (ended[place] ?? 0) + 1;
      if (point === null) break;
      killedAt.push(point);
      if (place === to) await opened.vault.moving.start(from);
    }
    // Before the commit of the move, and after it.
    expect(ended[from]).toBeGreaterThan(3);
    expect(ended[to]).toBeGreaterThan(3);
    expect(new Set(killedAt).size).toBeGreaterThan(8);
  },
);
