import { isVaultError } from '../errors.ts';
import type { Ports } from '../ports.ts';
import type { KeyWithVersions } from '../records.ts';
import { labelOf } from './key-label.ts';
import { accountOf } from './value-store.ts';

/** Has the items in the keychain follow their keys: other programs show them by the name that the key has now. */
export interface Labels {
  /** These keys may be called otherwise, without ids any. What can't be done now waits for `catchUp`. */
  follow(ids?: readonly string[]): void;
  /**
   * Labels every item of which it isn't known that its label is right: at a start all of them. @throws KEYCHAIN_* where the
   * rest has to wait
   */
  catchUp(): Promise<void>;
}

/** Between them others have their turn: so few that a changed name waits for no long list. */
const slice = 50;

export function createLabels({ store, keychain, detection, takeTurn }: Ports): Labels {
  /** By account, what was seen to be in place in this run. */
  const inPlace = new Map<string, string>();
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other, each by the names that count when it begins: an older name never comes after a newer one. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const mine = last.then(work, work);
    last = mine.catch(() => {
      // Who asked for it hears of it; the next one waits for its end alone.
    });
    return mine;
  }

  async function labelKeys(ids: readonly string[]): Promise<void> {
    const wanted = ids.flatMap((id) => labelsOf(store.keys.find(id)));
    const waiting = wanted.filter(([account, label]) => inPlace.get(account) !== label);
    const seen = waiting.length < 2 ? new Map<string, string>() : await look(waiting.map(([account]) => account));
    for (const [account, label] of waiting) {
      if (seen.get(account) === label || (await isLabelled(account, label))) inPlace.set(account, label);
    }
  }

  function labelsOf(listed: KeyWithVersions | null): (readonly [account: string, label: string])[] {
    if (listed === null) return [];
    const { key, current, previous } = listed;
    const label = labelOf(key, detection);
    return (previous === null ? [current] : [current, previous]).map((version) => [accountOf(version), label]);
  }

  /** What the accounts' items are called now: of all at once, for most of a start's are right. */
  async function look(accounts: readonly string[]): Promise<Map<string, string>> {
    try {
      const items = await keychain.items(accounts);
      return new Map([...items].flatMap(([account, [counting]]) => (counting ? [[account, counting.label]] : [])));
    } catch (error) {
      // One of them, and nobody knows which: each is asked for by itself.
      if (isVaultError(error, 'KEYCHAIN_FAILED')) return new Map();
      throw error;
    }
  }

  async function isLabelled(account: string, label: string): Promise<boolean> {
    try {
      return await keychain.label(account, label);
    } catch (error) {
      // This item alone.
      if (isVaultError(error, 'KEYCHAIN_FAILED')) return false;
      throw error;
    }
  }

  async function catchUp(): Promise<void> {
    const ids = [...store.keys.listed(), ...store.keys.deleted()].map(({ key }) => key.id);
    for (let at = 0; at < ids.length; at += slice) {
      await takeTurn();
      await inTurn(() => labelKeys(ids.slice(at, at + slice)));
    }
  }

  return {
    follow(ids) {
      const done = ids === undefined ? catchUp() : inTurn(() => labelKeys(ids));
      done.catch(() => {
        // Locked or gone: it is caught up when the keychain is there again, or at the next start.
      });
    },
    catchUp,
  };
}
