import { vaultError } from '../errors.ts';
import type { WaitingValues } from '../keys/waiting-values.ts';
import type { Keychain, Ports } from '../ports.ts';
import type { ValueRef } from '../records.ts';
import type { Store } from '../store-port.ts';

type Guarded = Pick<Ports, 'store' | 'keychain' | 'fingerprints'>;

/** Keeps values as they are while they are moved. */
export interface MoveGate {
  isMoving(): boolean;
  /**
   * From now on no value is changed, until the returned function is called. Reads go on.
   * @throws VALUES_MOVING, and VALUES_CHANGING where a change is under way
   */
  begin(): () => void;
  /**
   * The same ports, for all that changes values. A change is refused where it begins, before anything of it is committed: each
   * one begins with an intent or a tombstone. @throws VALUES_MOVING
   */
  guard(ports: Guarded): Guarded;
}

export function createMoveGate(waitingValues: Pick<WaitingValues, 'has'>): MoveGate {
  let isMoving = false;
  /** Calls that change what is in the keychain. */
  let active = 0;
  /** Intents of this run, also those that are over. */
  const begun = new Set<string>();
  let intents: () => ValueRef[] = () => [];
  const nameOf = ({ keyId, number }: ValueRef): string => `${keyId}/${number}`;

  function assertOpen(): void {
    if (isMoving) throw vaultError('VALUES_MOVING');
  }

  /** Values that are being written: some may be in the place of before, and the others not yet. */
  const hasOpenIntents = (): boolean => intents().some((ref) => begun.has(nameOf(ref)) && !waitingValues.has(ref));

  async function changing<T>(work: () => Promise<T>): Promise<T> {
    assertOpen();
    active += 1;
    try {
      return await work();
    } finally {
      active -= 1;
    }
  }

  function guardStore(store: Store): Store {
    intents = store.intents.all;
    return {
      ...store,
      intents: {
        ...store.intents,
        add(ref) {
          assertOpen();
          begun.add(nameOf(ref));
          store.intents.add(ref);
        },
      },
      tombstones: {
        ...store.tombstones,
        add(ref) {
          assertOpen();
          store.tombstones.add(ref);
        },
      },
    };
  }

  function guardKeychain(keychain: Keychain): Keychain {
    return {
      read: (account) => keychain.read(account),
      readMany: (accounts) => keychain.readMany(accounts),
      accounts: () => keychain.accounts(),
      items: (accounts) => keychain.items(accounts),
      label: (account, label) => keychain.label(account, label),
      write: (account, value, label) => changing(() => keychain.write(account, value, label)),
      remove: (account) => changing(() => keychain.remove(account)),
      removeSpare: (account, id) => changing(() => keychain.removeSpare(account, id)),
      encodeRaw: (account, isIntact) => changing(() => keychain.encodeRaw(account, isIntact)),
    };
  }

  return {
    isMoving: () => isMoving,
    begin() {
      assertOpen();
      if (active > 0 || hasOpenIntents()) throw vaultError('VALUES_CHANGING');
      isMoving = true;
      return () => {
        isMoving = false;
      };
    },
    guard: ({ store, keychain, fingerprints }) => ({
      store: guardStore(store),
      keychain: guardKeychain(keychain),
      fingerprints: { ...fingerprints, adopt: () => changing(fingerprints.adopt) },
    }),
  };
}
