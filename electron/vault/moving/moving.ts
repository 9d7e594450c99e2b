import { vaultError } from '../errors.ts';
import type { OneQuestion } from '../one-question.ts';
import { askNewPassphrase } from '../passphrase.ts';
import type { HeldValues } from '../ports.ts';
import type { LockState, ValuePlace } from '../records.ts';
import type { Secret } from '../secret.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { type Copied, copyValues } from './copy-values.ts';
import type { MoveGate } from './move-gate.ts';
import type { MoveRemains } from './move-remains.ts';
import { noteNewPlace } from './new-place.ts';
import { atOnce, storedValues } from './stored-values.ts';

/** How a move is, for who shows it. */
export interface MoveView {
  readonly place: ValuePlace;
  /** How many values are copied; null while none is moved. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** How many values are still to be removed from the place where values are not. */
  readonly left: number;
}

/** Moves all values between the system's keychain and a passphrase vault. */
export interface Moving {
  view(): MoveView;
  /**
   * Moves them to the other place, if the person agrees in main's own dialog and types a passphrase in main's own window. One
   * commit changes the place, when every value was read back there; until then the old place holds all, after it the new one.
   * What can't be removed from the old one is tried again.
   * @throws VALUES_MOVING, VALUES_CHANGING, VALUES_THERE, NOT_CONFIRMED, PASSPHRASE_WEAK, MOVE_*, KEYCHAIN_*, SEALED_FILE_*
   */
  start(to: ValuePlace): Promise<void>;
  /** Tries again to remove what a move left. @throws why it stays */
  removeLeft(): Promise<void>;
}

export interface MovingParts {
  readonly gate: MoveGate;
  readonly remains: MoveRemains;
  readonly oneQuestion: OneQuestion;
  readonly lockState: () => LockState;
}

/** What was there when a move began: the sealed file's id, where that is what values leave, and the accounts that the database named. */
interface Before {
  readonly oldFile: string | null;
  readonly known: ReadonlySet<string>;
}

export function createMoving(ports: VaultPorts, { gate, remains, oneQuestion, lockState }: MovingParts): Moving {
  const { store, consent, passphraseVault, valuePlaces, fingerprints, changes, diagnostics } = ports;
  let progress: MoveView['progress'] = null;

  function assertMayStart(to: ValuePlace): void {
    if (gate.isMoving()) throw vaultError('VALUES_MOVING');
    if (valuePlaces.current() === to) throw vaultError('VALUES_THERE');
  }

  /** null: no new one is needed. */
  async function ask(to: ValuePlace): Promise<Secret | null> {
    const keys = store.keys.listed().length + store.keys.deletedCount();
    if (!(await consent.ask({ kind: 'moveValues', facts: { to, keys } }))) throw vaultError('NOT_CONFIRMED');
    if (to === 'passphrase') return askNewPassphrase(consent, 'move');
    if (!(await consent.confirmVault(passphraseVault, 'move'))) throw vaultError('NOT_CONFIRMED');
    return null;
  }

  function assertGoesOn(): void {
    if (lockState().locked) throw vaultError('VAULT_LOCKED');
  }

  /** Commits what is about to be begun, and gives both places as whoever holds them now has them. */
  async function begin(to: ValuePlace, passphrase: Secret | null): Promise<{ from: HeldValues; to: HeldValues }> {
    const from = valuePlaces.current();
    const [key = ''] = fingerprints.accounts();
    const held = await valuePlaces.hold(from, key);
    // By who was just seen to have this vault's key.
    await fingerprints.probe();
    if (passphrase === null) {
      // First whether it is there: else there would be a half copy in it that nobody could look for.
      const keychain = await valuePlaces.hold(to, key);
      store.valuePlace.set({ place: from, work: 'copying', fileId: null });
      return { from: held, to: keychain };
    }
    await passphraseVault.create(passphrase, (fileId) => {
      assertGoesOn();
      store.valuePlace.set({ place: from, work: 'copying', fileId });
    });
    return { from: held, to: await valuePlaces.hold(to, key) };
  }

  /** From here on the values are there. What else may have a value in the old place is to be removed there, too. */
  function commit(to: ValuePlace, copied: Copied, { oldFile, known }: Before): void {
    assertGoesOn();
    const now = storedValues(ports);
    // Found in the old place, as by a search for lost keys, and so never in the new one.
    if (now.some(({ account }) => !known.has(account))) throw vaultError('VALUES_CHANGING');
    const after = now.filter(({ account }) => copied.has(account));
    const ended = [...store.tombstones.all(), ...store.intents.all()].map(({ keyId, number }) => `${keyId}/${number}`);
    // Of the file only what is right there is a reason to keep it.
    const old = oldFile === null ? [...copied.keys(), ...ended] : [...copied].flatMap(([one, is]) => (is ? [one] : []));
    store.commit(() => {
      store.movedValues.all().forEach(store.movedValues.remove);
      old.forEach(store.movedValues.add);
      store.valuePlace.set({ place: to, work: 'clearing', fileId: oldFile });
      // A keychain may say that it kept something, and end before it did.
      if (to === 'keychain') for (const { version } of after) if (version !== null) store.unseenValues.add(version);
      noteNewPlace(ports, to);
    });
    valuePlaces.use(to);
  }

  async function move(to: ValuePlace, passphrase: Secret | null): Promise<void> {
    const oldFile = to === 'keychain' ? await passphraseVault.fileId() : null;
    const places = await begin(to, passphrase);
    const known = new Set(storedValues(ports).map(({ account }) => account));
    const copied = await copyValues(ports, {
      ...places,
      writesAtOnce: to === 'passphrase' ? atOnce : 1,
      assertGoesOn,
      onProgress(done, total) {
        progress = { done, total };
        changes.moving();
      },
    });
    const isSaved = await places.to.savesAtOnce();
    commit(to, copied, { oldFile, known });
    if (!isSaved) remains.keepForAWhile();
  }

  async function startNow(to: ValuePlace): Promise<void> {
    assertMayStart(to);
    if (remains.count() > 0) await remains.removeNow();
    // Before anybody is asked: a keychain that is not the vault's, or locked, has nothing to be moved.
    await fingerprints.probe();
    const passphrase = await ask(to);
    assertMayStart(to);
    const end = gate.begin();
    progress = { done: 0, total: storedValues(ports).length };
    changes.moving();
    try {
      await move(to, passphrase);
    } finally {
      progress = null;
      end();
      // What unlocking asks may be another thing now.
      changes.lock(lockState());
      await remains.remove().catch((error: unknown) => {
        diagnostics.report('moving', error);
        changes.failed(error);
      });
    }
  }

  return {
    view: () => ({
      place: valuePlaces.current(),
      progress,
      left: progress === null ? remains.count() : 0,
    }),
    start: (to) => (gate.isMoving() ? Promise.reject(vaultError('VALUES_MOVING')) : oneQuestion(() => startNow(to))),
    removeLeft: remains.removeNow,
  };
}
