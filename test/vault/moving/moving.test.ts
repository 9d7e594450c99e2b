import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { vaultError } from '../../../electron/vault/errors.ts';
import type { Ports } from '../../../electron/vault/ports.ts';
import type { ValuePlace } from '../../../electron/vault/records.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import { startKeyring, type TestKeyring } from '../../support/keyring.ts';
import { readBothPlaces } from '../../support/move-places.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../../support/test-vault.ts';

const passphrase = 'four words kept elsewhere';
const service = 'Clavis Test';
let keyring: TestKeyring;
let opened: TestVault;
/** Whether the keychain has on its disk what it acknowledged. */
let savesAtOnce = true;
/** What the next call of a place does instead, once. */
let instead: ((place: ValuePlace, call: string, account: string) => Promise<void>) | null;

/** The same ports, whose places do what a test wants before each call. */
function interfering(ports: Ports): Ports {
  const { valuePlaces } = ports;
  return {
    ...ports,
    valuePlaces: {
      ...valuePlaces,
      async hold(place, account) {
        const held = await valuePlaces.hold(place, account);
        return {
          async readMany(accounts) {
            await instead?.(place, 'read', accounts.join(' '));
            return held.readMany(accounts);
          },
          async write(of, value, label) {
            await instead?.(place, 'write', of);
            return held.write(of, value, label);
          },
          async remove(of) {
            await instead?.(place, 'remove', of);
            return held.remove(of);
          },
          savesAtOnce: async () => savesAtOnce,
        };
      },
    },
  };
}

beforeEach(async () => {
  instead = null;
  savesAtOnce = true;
  keyring = await startKeyring();
  opened = await openTestVault({ keyring, service, wrap: interfering });
  opened.consent.agrees = true;
  opened.consent.newPassphrase = passphrase;
  opened.consent.types = [passphrase];
});
afterEach(async () => {
  await opened.stop();
  await keyring.stop();
});

const code = (expected: string) => expect.objectContaining({ code: expected });

/** Keys with a rotated one among them and one in Trash: by account, what each place may hold. */
async function fill(): Promise<Map<string, string>> {
  const { vault } = opened;
  const values = new Map<string, string>();
  const add = async (seed: string): Promise<string> => {
    const value = someValue(seed);
    const { id } = await vault.keys.add({ ...someFields, name: `Key ${seed}` }, value);
    values.set(`${id}/1`, value.reveal());
    return id;
  };
  const rotated = await add('a');
  await vault.rotation.rotate(rotated, someValue('b'), false);
  values.set(`${rotated}/2`, someValue('b').reveal());
  await add('c');
  await vault.deletion.delete(await add('d'));
  return values;
}

const bothPlaces = (accounts: Iterable<string>) =>
  readBothPlaces({ folder: opened.folder, service, keyring, passphrase }, [...accounts, 'fingerprint/1']);

/** All values are here, and the other place is empty. */
async function expectOnlyIn(place: ValuePlace, values: ReadonlyMap<string, string>): Promise<void> {
  const { sealed, keychain, files } = await bothPlaces(values.keys());
  const [full, empty] = place === 'keychain' ? [keychain, sealed] : [sealed, keychain];
  expect(Object.fromEntries(full)).toEqual({ ...Object.fromEntries(values), 'fingerprint/1': expect.any(String) });
  expect([...empty]).toEqual([]);
  expect(files).toEqual(place === 'keychain' ? [] : ['values.sealed']);
  expect(opened.vault.moving.view()).toEqual({ place, progress: null, left: 0 });
  expect(opened.ports.store.movedValues.all()).toEqual([]);
}

async function unlock(): Promise<void> {
  await opened.vault.locking.unlock(async () => {
    expect(await opened.ports.passphraseVault.unlock(new Secret(passphrase))).toBe(true);
  });
}

test('every value moves to a passphrase vault and back, and the place before is empty each time', async () => {
  const values = await fill();
  await expectOnlyIn('keychain', values);
  await opened.vault.moving.start('passphrase');
  expect(opened.consent.asked.at(-1)).toBe('Move all values to a passphrase vault?');
  await expectOnlyIn('passphrase', values);
  const [account = ''] = values.keys();
  expect((await opened.ports.keychain.read(account))?.reveal()).toBe(values.get(account));
  const { id } = await opened.vault.keys.add({ ...someFields, name: 'Key e' }, someValue('e'));
  values.set(`${id}/1`, someValue('e').reveal());

  await opened.restart();
  expect(opened.vault.locking.isLocked()).toBe(true);
  await unlock();
  await opened.vault.moving.start('keychain');
  expect(opened.consent.asked.at(-1)).toBe('Move all values to the system’s keychain?');
  await expectOnlyIn('keychain', values);
  await opened.restart();
  expect(opened.vault.locking.isLocked()).toBe(false);
  expect(await opened.vault.reconcile()).toEqual([]);
  expect(opened.vault.activity.latest(20).filter(({ kind }) => kind === 'loosened')).toHaveLength(2);
});

test('nothing is moved without the person’s yes, a strong new passphrase, or the right one', async () => {
  const values = await fill();
  const start = (to: ValuePlace) => opened.vault.moving.start(to);
  opened.consent.agrees = false;
  await expect(start('passphrase')).rejects.toEqual(code('NOT_CONFIRMED'));
  opened.consent.agrees = true;
  opened.consent.newPassphrase = null;
  await expect(start('passphrase')).rejects.toEqual(code('NOT_CONFIRMED'));
  opened.consent.newPassphrase = 'short';
  await expect(start('passphrase')).rejects.toEqual(code('PASSPHRASE_WEAK'));
  await expect(start('keychain')).rejects.toEqual(code('VALUES_THERE'));
  await expectOnlyIn('keychain', values);
  opened.consent.newPassphrase = passphrase;
  await start('passphrase');
  opened.consent.types = ['not the passphrase'];
  await expect(start('keychain')).rejects.toEqual(code('NOT_CONFIRMED'));
  const { sealed, keychain } = await bothPlaces(values.keys());
  expect([sealed.size, keychain.size]).toEqual([values.size + 1, 0]);
});

test('while values move they can be read, and nothing that changes one is begun; a second move is not asked', async () => {
  const values = await fill();
  const [account = ''] = values.keys();
  const [id = ''] = account.split('/');
  const { vault, ports } = opened;
  const seen: unknown[] = [];
  instead = async (place, call) => {
    if (place !== 'passphrase' || call !== 'write') return;
    instead = null;
    expect(vault.moving.view().progress).toEqual({ done: 0, total: values.size + 1 });
    expect((await ports.keychain.read(account))?.reveal()).toBe(values.get(account));
    const changes = [
      vault.keys.add({ ...someFields, name: 'Key e' }, someValue('e')),
      vault.rotation.rotate(id, someValue('f'), false),
      vault.rotation.finish(id),
      vault.trash.empty(),
      vault.passphrase.change(),
      vault.passphrase.choose(),
      vault.moving.start('passphrase'),
    ];
    for (const one of await Promise.allSettled(changes)) seen.push(one.status === 'rejected' && one.reason);
    expect(await vault.reconcile()).toEqual([]);
  };
  await vault.moving.start('passphrase');
  expect(seen).toHaveLength(7);
  for (const error of seen) expect(error).toEqual(code('VALUES_MOVING'));
  expect(ports.store.intents.all()).toEqual([]);
  expect(ports.store.tombstones.all()).toEqual([]);
  await expectOnlyIn('passphrase', values);
});

describe.each(['passphrase', 'keychain'] as const)('a move to the %s that is cut short', (to) => {
  let values: Map<string, string>;
  const from = to === 'keychain' ? 'passphrase' : 'keychain';

  beforeEach(async () => {
    values = await fill();
    if (to === 'keychain') await opened.vault.moving.start('passphrase');
  });

  /** The third call of this kind fails; the move says so, and all is as it was. */
  async function expectUndone(place: ValuePlace, call: string, error: Error): Promise<void> {
    let left = call === 'write' ? 3 : 2;
    instead = async (at, of) => {
      if (at !== place || of !== call) return;
      left -= 1;
      if (left > 0) return;
      instead = null;
      throw error;
    };
    await expect(opened.vault.moving.start(to)).rejects.toBe(error);
    await expectOnlyIn(from, values);
    await opened.vault.moving.start(to);
    await expectOnlyIn(to, values);
  }

  test('by the old place, at a read', () => expectUndone(from, 'read', vaultError('KEYCHAIN_TIMEOUT')));
  test('by the new place, at a write', () =>
    expectUndone(to, 'write', vaultError('KEYCHAIN_FAILED', { reason: { code: 'NOT_KEPT_AS_IT_WAS' } })));
  test('by the new place, at a read back', () => expectUndone(to, 'read', vaultError('KEYCHAIN_LOCKED')));

  test('by a value that the new place lost after it was read back', async () => {
    const [account = ''] = values.keys();
    let reads = 0;
    instead = async (place, call) => {
      if (place !== to || call !== 'read') return;
      reads += 1;
      // Looked at and read back, first the key of fingerprints, then all values; this is the comparison of all.
      if (reads === 5) await (await opened.ports.valuePlaces.hold(to, 'fingerprint/1')).remove(account);
    };
    await expect(opened.vault.moving.start(to)).rejects.toEqual(code('MOVE_NOT_KEPT'));
    instead = null;
    await expectOnlyIn(from, values);
  });

  test('by a lock', async () => {
    instead = async (place, call) => {
      if (place === to && call === 'write') await opened.vault.locking.lock('hand');
    };
    await expect(opened.vault.moving.start(to)).rejects.toEqual(
      expect.objectContaining({ code: expect.stringMatching(/^(VAULT|KEYCHAIN)_LOCKED$/) }),
    );
    instead = null;
    if (to === 'keychain') await unlock();
    else await opened.vault.locking.unlock(async () => {});
    expect(await opened.vault.reconcile()).toEqual([]);
    await expectOnlyIn(from, values);
  });
});

test('where the keychain may save later the sealed file stays for a while, and is said; then it goes if all is held there', async () => {
  const values = await fill();
  const { vault } = opened;
  await vault.moving.start('passphrase');
  savesAtOnce = false;
  await vault.moving.start('keychain');
  const kept = { place: 'keychain', progress: null, left: values.size + 1 };
  expect(await vault.reconcile()).toEqual([]);
  expect(vault.moving.view()).toEqual(kept);
  const { sealed, keychain } = await bothPlaces(values.keys());
  expect(Object.fromEntries(sealed)).toEqual(Object.fromEntries(keychain));

  // It ended before it had saved one of them.
  const [account = ''] = values.keys();
  await keyring.clear(service, account);
  opened.clock.pass(600_001);
  expect(await vault.reconcile()).not.toEqual([]);
  await expect(vault.moving.removeLeft()).rejects.toEqual(code('MOVE_FILE_NEEDED'));
  expect((await bothPlaces(values.keys())).sealed.get(account)).toBe(values.get(account));

  await keyring.store(service, account, values.get(account) ?? '');
  expect(await vault.reconcile()).toEqual([]);
  await expectOnlyIn('keychain', values);
});

test('what stays for a while is removed at once where the person says so', async () => {
  const values = await fill();
  await opened.vault.moving.start('passphrase');
  savesAtOnce = false;
  await opened.vault.moving.start('keychain');
  await opened.vault.moving.removeLeft();
  await expectOnlyIn('keychain', values);
});

test('what the keychain does not let go is said, counted, and removed at a later start', async () => {
  const values = await fill();
  instead = async (place, call) => {
    if (place === 'keychain' && call === 'remove')
      throw vaultError('KEYCHAIN_FAILED', { reason: { code: 'NOT_REMOVED' } });
  };
  const heard: unknown[] = [];
  opened.follow({ failed: (error) => heard.push(error) });
  await opened.vault.moving.start('passphrase');
  expect(heard).toEqual([code('KEYCHAIN_FAILED')]);
  expect(opened.vault.moving.view()).toEqual({ place: 'passphrase', progress: null, left: values.size + 1 });
  await expect(opened.vault.moving.removeLeft()).rejects.toEqual(code('KEYCHAIN_FAILED'));
  await expect(opened.vault.moving.start('keychain')).rejects.toEqual(code('KEYCHAIN_FAILED'));
  instead = null;
  await opened.restart();
  await unlock();
  expect(await opened.vault.reconcile()).toEqual([]);
  await expectOnlyIn('passphrase', values);
});

test('a value of another keychain’s that is in the way is left alone, and said', async () => {
  const values = await fill();
  await opened.vault.moving.start('passphrase');
  const [account = ''] = values.keys();
  await keyring.store(service, account, 'what somebody else put there');
  await expect(opened.vault.moving.start('keychain')).rejects.toMatchObject({
    code: 'MOVE_IN_THE_WAY',
    details: { name: 'Key a' },
  });
  expect(await keyring.lookup(service, account)).toBe('what somebody else put there');
  expect((await bothPlaces(values.keys())).sealed.size).toBe(values.size + 1);
  expect(opened.vault.moving.view()).toEqual({ place: 'passphrase', progress: null, left: 0 });
});

test('a keychain that is swapped for another midway gets nothing that stays unsaid, and no value is lost', async () => {
  const values = await fill();
  await opened.vault.moving.start('passphrase');
  let writes = 0;
  instead = async (place, call) => {
    if (place !== 'keychain' || call !== 'write') return;
    writes += 1;
    if (writes === 3) await keyring.restart({ data: 'another' });
  };
  await expect(opened.vault.moving.start('keychain')).rejects.toThrow();
  instead = null;
  expect(opened.vault.moving.view().left).toBeGreaterThan(0);
  await expect(opened.vault.moving.removeLeft()).rejects.toEqual(code('MOVE_OTHER_KEYCHAIN'));
  expect((await bothPlaces(values.keys())).sealed.size).toBe(values.size + 1);
  await keyring.restart();
  await opened.vault.moving.removeLeft();
  await expectOnlyIn('passphrase', values);
});

test('the old file stays as long as the keychain has lost a value that is in it', async () => {
  const values = await fill();
  await opened.vault.moving.start('passphrase');
  const [account = ''] = values.keys();
  const { passphraseVault } = opened.ports;
  const removeFile = passphraseVault.removeFile;
  Object.assign(passphraseVault, {
    removeFile: () =>
      Promise.reject(vaultError('SEALED_FILE_STAYS', { file: 'f', reason: { code: 'SYSTEM', errno: 'EIO' } })),
  });
  await opened.vault.moving.start('keychain');
  Object.assign(passphraseVault, { removeFile });
  await keyring.clear(service, account);
  await expect(opened.vault.moving.removeLeft()).rejects.toEqual(code('MOVE_FILE_NEEDED'));
  expect(existsSync(path.join(opened.folder, 'values.sealed'))).toBe(true);
  await opened.vault.trash.empty();
  const [id = ''] = account.split('/');
  await opened.vault.deletion.delete(id);
  await opened.vault.trash.empty();
  await opened.vault.moving.removeLeft();
  expect(readdirSync(opened.folder).filter((name) => name.startsWith('values'))).toEqual([]);
});
