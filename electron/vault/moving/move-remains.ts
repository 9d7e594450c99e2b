import { isVaultError, vaultError } from '../errors.ts';
import { createIsIntact, versionAt } from '../keys/intact.ts';
import type { HeldValues, Ports } from '../ports.ts';
import type { Secret } from '../secret.ts';
import { nameSome } from '../shown-text.ts';
import { isSame, slicesOf, valueIn } from './stored-values.ts';

/**
 * What a move left in the place where values are not: the half copy of one that was cut off, or the old values of one that counts. Nothing
 * is removed there that the place where values are was not seen to hold.
 */
export interface MoveRemains {
  /** How many values are still to be removed. */
  count(): number;
  /**
   * Removes what can be removed; the rest stays noted, and is tried again at the next call. Calls at once are one.
   * @throws why something stays
   */
  remove(): Promise<void>;
  /** The same for what is kept for a while, too. */
  removeNow(): Promise<void>;
  /** From now on it all stays for a while: the place where values are may not have them on its disk yet. */
  keepForAWhile(): void;
}

/** KWallet saves within 5 s. What is saved later than this is saved when the person says so, or at the service's end. */
const keptMs = 10 * 60_000;

type Stores = Pick<
  Ports,
  'store' | 'keychain' | 'fingerprints' | 'passphraseVault' | 'valuePlaces' | 'clock' | 'takeTurn' | 'changes'
>;

export function createMoveRemains(ports: Stores, isMoving: () => boolean): MoveRemains {
  const { store, keychain, fingerprints, passphraseVault, valuePlaces, clock, takeTurn, changes } = ports;
  const isIntact = createIsIntact(ports);
  let removing: Promise<void> | null = null;
  let keptUntil = Number.NEGATIVE_INFINITY;

  const nameOf = (account: string): string =>
    store.keys.find(account.slice(0, account.lastIndexOf('/')))?.key.name ?? account;

  /** Whether the values that the sealed file has are in the keychain: any ones, where they were copied from there. */
  async function assertHeld(accounts: readonly string[], isHalfCopy: boolean): Promise<void> {
    const lost: string[] = [];
    for (const slice of slicesOf(accounts)) {
      await takeTurn();
      const held = await keychain.readMany(slice);
      for (const account of slice) {
        const value = valueIn(held, account);
        const isHeld = value !== null && (isHalfCopy || (await isIntact(account, value)) !== false);
        // A version that is gone by now has no value that is to be kept.
        if (!isHeld && versionAt(store, account) !== null) lost.push(nameOf(account));
      }
    }
    if (lost.length > 0) throw vaultError('MOVE_FILE_NEEDED', { names: nameSome(lost) });
  }

  async function removeFile(fileId: string, isHalfCopy: boolean): Promise<void> {
    const accounts = store.movedValues.all();
    if ((await passphraseVault.fileId()) !== null) await assertHeld(accounts, isHalfCopy);
    await passphraseVault.removeFile(fileId);
  }

  /** What the two keychains hold for these accounts. */
  async function readBoth(other: HeldValues, accounts: readonly string[]) {
    const [own, there] = [await keychain.readMany(accounts), await other.readMany(accounts)];
    return (account: string) => ({ own: valueIn(own, account), there: valueIn(there, account) });
  }

  /** Whether the value in the other place may go. One that only that has is put back first. */
  async function mayGo(account: string, own: Secret | null, there: Secret): Promise<boolean> {
    if (isSame(own, there) || versionAt(store, account) === null) return true;
    if (own !== null) return (await isIntact(account, own)) !== false;
    if ((await isIntact(account, there)) === false) return false;
    await keychain.write(account, there);
    return true;
  }

  async function removeFromKeychain(): Promise<void> {
    // Cut off before anything was copied.
    if (store.movedValues.all().length === 0) return;
    const names = fingerprints.accounts();
    const [newest = ''] = names.slice(-1);
    const left = store.movedValues.all().filter((account) => !names.includes(account));
    const other = await valuePlaces.hold('keychain', newest);
    const keys = await readBoth(other, names);
    const isOwn = names.some((name) => isSame(keys(name).own, keys(name).there));
    // The values went there after their fingerprint keys, and go before them.
    if (!isOwn && left.length > 0) throw vaultError('MOVE_OTHER_KEYCHAIN');
    const stuck: unknown[] = [];
    const kept: string[] = [];
    for (const slice of slicesOf(left)) {
      await takeTurn();
      const both = await readBoth(other, slice);
      for (const account of slice) {
        const { own, there } = both(account);
        try {
          if (there !== null && !(await mayGo(account, own, there))) kept.push(nameOf(account));
          else {
            await other.remove(account);
            store.movedValues.remove(account);
          }
        } catch (error) {
          // That alone is about one value.
          if (!isVaultError(error, 'KEYCHAIN_FAILED')) throw error;
          stuck.push(error);
        }
      }
    }
    if (kept.length > 0) throw vaultError('MOVE_VALUE_DIFFERS', { names: nameSome(kept) });
    if (stuck.length > 0) throw stuck[0];
    for (const name of names) {
      if (isSame(keys(name).own, keys(name).there)) await other.remove(name);
      store.movedValues.remove(name);
    }
  }

  /** Another file in its place is not of this move: it is said once, and left alone. */
  function sayOther(error: unknown): void {
    if (!isVaultError(error, 'SEALED_FILE_OTHER')) throw error;
    changes.failed(error);
  }

  async function removeAll(): Promise<void> {
    const record = store.valuePlace.get();
    if (record === null || record.work === null) return;
    // A commit whose answer was lost.
    if (record.place !== valuePlaces.current()) valuePlaces.use(record.place);
    try {
      if (record.fileId === null) await removeFromKeychain();
      else await removeFile(record.fileId, record.work === 'copying').catch(sayOther);
      store.commit(() => {
        store.movedValues.all().forEach(store.movedValues.remove);
        store.valuePlace.set({ place: record.place, work: null, fileId: null });
      });
    } finally {
      changes.moving();
    }
  }

  async function removeOnce(): Promise<void> {
    // Its half copy is not left over yet.
    if (isMoving()) return;
    removing ??= removeAll().finally(() => {
      removing = null;
    });
    await removing;
  }

  return {
    count() {
      const work = store.valuePlace.get()?.work ?? null;
      return work === null ? 0 : Math.max(1, store.movedValues.all().length);
    },
    remove: async () => {
      if (clock.now() >= keptUntil) await removeOnce();
    },
    removeNow: removeOnce,
    keepForAWhile() {
      keptUntil = clock.now() + keptMs;
    },
  };
}
