import type { Around } from '../detection-port.ts';
import { vaultError } from '../errors.ts';
import type { KeyedSequencer } from '../keyed-sequencer.ts';
import { projectsOfKey } from '../projects/projects-of-key.ts';
import type { Recipe, ValueRef, VersionRecord } from '../records.ts';
import type { Secret } from '../secret.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { isGuessable, parseValue } from '../value.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { eraseOrWait, eraseValues } from './erasure.ts';
import { formatRecipe, generateValue } from './generating.ts';
import { labelOf } from './key-label.ts';
import { askedKey } from './key-question.ts';
import { findKey, type KeyView, lookForKey, viewOf } from './key-view.ts';
import type { KeptKey } from './keys.ts';
import { newVersion } from './new-version.ts';
import { isDamaged } from './raw-values.ts';
import { type ValueInside, valueInside } from './value-inside.ts';
import { firstFreeSlot, reconcileIntent, storeValues } from './value-store.ts';
import { type Grace, isInGrace, markForErasure, replaceCurrent, swapVersions, undoableVersionOf } from './versions.ts';

interface Replacement {
  /** Where the value is from, for the activity. */
  readonly detail: string;
  /** The number of the previous version that the person agreed to erase, null for none. */
  readonly agreed: number | null;
  /** Whether the new version brings a copy grant. */
  readonly mayCopy: boolean;
  /** What belongs into the commit that makes it the current one. */
  readonly alsoCommit?: (version: VersionRecord) => void;
}

/** A value that the person saw in a file, masked, and agreed to make a key's. */
export interface TakenValue extends Omit<Replacement, 'mayCopy'> {
  readonly value: Secret;
  /** The version that was current when they agreed. */
  readonly replaces: ValueRef;
}

export interface Rotation {
  /**
   * Makes a new current version; the previous one is kept until its grace ends, or not at all where the settings give none.
   * Main asks the person first where that would erase a value whose grace is not over. The value is the one inside what was
   * typed; `keepOdd`: with what is odd about it.
   * @throws NOT_CONFIRMED, VALUE_*, VALUE_SAME, COMPARED_TOO_MUCH, and KEYCHAIN_* also while a value of an earlier rotation can't be erased
   */
  rotate(id: string, typed: Secret, keepOdd?: boolean): Promise<KeptKey>;
  /** The same with a value that was offered from the clipboard. @throws as `rotate` does */
  rotateOffered(id: string, offered: ValueInside): Promise<KeptKey>;
  /**
   * The same with a value that was found in a file. What that erases the person agreed to already. It brings no copy grant.
   * @throws PREVIEW_UNKNOWN where the key has another version by now, and as `rotate` does
   */
  take(taken: TakenValue): Promise<void>;
  /** The same with a random value, which is made here and shown to nobody. @throws GENERATE_WEAK, and as `rotate` does */
  rotateGenerated(id: string, recipe: Recipe): Promise<KeyView>;
  /**
   * Swaps the two versions, so that an undo can be undone. Spent grants stay spent. Where the settings keep no other value,
   * the newer one is erased, if the person agrees in main's own dialog. @throws ROTATION_NOT_UNDOABLE, NOT_CONFIRMED
   */
  undo(id: string): Promise<KeyView>;
  /** Ends the previous version's grace now, if the person agrees in main's own dialog. @throws NOT_CONFIRMED */
  finish(id: string): Promise<KeyView>;
  /** Erases previous versions whose grace is over by the trusted time. */
  endGraces(): Promise<void>;
}

export function createRotation(ports: VaultPorts, inSequence: KeyedSequencer, settings: SettingsStore): Rotation {
  const { store, clock, trustedTime, consent, changes } = ports;
  const graceFrom = (): Grace => ({ now: trustedTime.forStart(), graceDays: settings.get().graceDays });

  async function holds({ fingerprint }: VersionRecord, value: Secret): Promise<boolean> {
    return (await ports.fingerprints.of(value, fingerprint)) === fingerprint;
  }

  /**
   * Erases what earlier rotations left, or throws: a keychain that takes values and gives none back would fill with this
   * key's old ones. So it holds the two that are kept, and one more no longer than until the next rotation.
   */
  async function eraseLeftovers(id: string): Promise<void> {
    const isOwn = ({ keyId }: ValueRef): boolean => keyId === id;
    for (const ref of store.intents.all().filter(isOwn)) await reconcileIntent(ports, ref);
    await eraseValues(ports, store.tombstones.all().filter(isOwn));
  }

  /**
   * Asks whether to erase a previous value whose grace is not over: until then it is the way back from a mistake, which no
   * page may take away alone (invariant 2). Then does the work, told the number of the version that may go; where none is in
   * the way, at once. @throws NOT_CONFIRMED
   */
  async function confirmErasing<T>(id: string, work: (agreed: number | null) => Promise<T>): Promise<T> {
    const listed = lookForKey(store, id);
    const previous = listed?.previous ?? null;
    if (listed === null || previous === null || !isInGrace(previous, trustedTime)) return work(null);
    const facts = { key: askedKey(ports, listed), until: previous.graceEndsAt ?? 0 };
    if (!(await consent.ask({ kind: 'erasePrevious', facts }))) throw vaultError('NOT_CONFIRMED');
    return work(previous.number);
  }

  /**
   * Asks whether an undo may erase the newer value, where the settings give it no grace: no page may take it away alone
   * (invariant 2). Returns the number of the version that may go; null where none would. @throws NOT_CONFIRMED
   */
  async function confirmErasingNewer(id: string): Promise<number | null> {
    const listed = lookForKey(store, id);
    if (listed === null || listed.previous === null || settings.get().graceDays > 0) return null;
    const facts = { key: askedKey(ports, listed) };
    if (!(await consent.ask({ kind: 'eraseNewer', facts }))) throw vaultError('NOT_CONFIRMED');
    return listed.current.number;
  }

  function refuseUnasked(previous: VersionRecord | null, agreed: number | null): void {
    if (previous !== null && isInGrace(previous, trustedTime) && previous.number !== agreed)
      throw vaultError('NOT_CONFIRMED');
  }

  /** From now on its value may go. */
  function endPrevious(previous: VersionRecord, subject: string): void {
    store.commit(() => {
      markForErasure(store, previous);
      store.activity.append({
        at: clock.now(),
        kind: 'rotation-finished',
        keyId: previous.keyId,
        subject,
        detail: '',
      });
    });
    changes.keys([previous.keyId]);
  }

  async function replaceValue(id: string, given: Secret, replacement: Replacement): Promise<KeyView> {
    const { detail, agreed, mayCopy, alsoCommit } = replacement;
    const value = parseValue(given.reveal(), ports.valueLimit);
    const { key, current, previous } = findKey(store, id);
    const fingerprint = await ports.fingerprints.of(value);
    // Of one that could be guessed nobody is told; and a value that the keychain lost or changed may come back as it was.
    if (!isGuessable(value)) {
      ports.guessLimiter.charge(1);
      const isLost = current.missing || isDamaged(store, current);
      if (!isLost && (await holds(current, value))) throw vaultError('VALUE_SAME', { name: key.name });
    }
    refuseUnasked(previous, agreed);
    await eraseLeftovers(id);
    const now = clock.now();
    const ref = await firstFreeSlot(ports, { keyId: id, number: store.versions.highestNumber(id) + 1 });
    const marked: ValueRef[] = [];
    await storeValues(ports, [{ version: ref, value, label: labelOf(key, ports.detection) }], () => {
      // Its name and what is left of its grants may have changed while the keychain wrote.
      const listed = findKey(store, id);
      const made = newVersion(store, ref, value, fingerprint, now);
      const version = mayCopy ? made : { ...made, grants: 0 };
      marked.push(...replaceCurrent(store, { current: listed.current, previous }, version, graceFrom()));
      alsoCommit?.(version);
      store.activity.append({ at: now, kind: 'rotated', keyId: id, subject: listed.key.name, detail });
    });
    changes.keys([id]);
    changes.projects(projectsOfKey(store, id));
    await eraseOrWait(ports, marked);
    return viewOf(findKey(store, id));
  }

  async function rotateTo(id: string, { value, removed }: ValueInside): Promise<KeptKey> {
    const rotated = await confirmErasing(id, (agreed) =>
      inSequence(id, () => replaceValue(id, value, { detail: '', agreed, mayCopy: true })),
    );
    return { ...rotated, removed };
  }

  return {
    async rotate(id, typed, keepOdd = false) {
      const { key } = findKey(store, id);
      const around: Around = { name: key.envVar, title: key.name, from: 'typed' };
      return rotateTo(id, valueInside(ports, typed, { around, keepOdd }));
    },

    rotateOffered: rotateTo,

    take: ({ value, replaces, ...replacement }) =>
      inSequence(replaces.keyId, async () => {
        const { current } = findKey(store, replaces.keyId);
        if (current.number !== replaces.number) throw vaultError('PREVIEW_UNKNOWN');
        await replaceValue(replaces.keyId, value, { ...replacement, mayCopy: false });
      }),

    rotateGenerated: async (id, recipe) => {
      const value = generateValue(recipe, ports.randomBytes);
      const detail = formatRecipe(recipe);
      return confirmErasing(id, (agreed) =>
        inSequence(id, () => replaceValue(id, value, { detail, agreed, mayCopy: true })),
      );
    },

    async undo(id) {
      const agreed = await confirmErasingNewer(id);
      return inSequence(id, async () => {
        const now = clock.now();
        const marked = store.commit(() => {
          const listed = findKey(store, id);
          const previous = undoableVersionOf(listed);
          const grace = graceFrom();
          if (grace.graceDays === 0 && listed.current.number !== agreed) throw vaultError('NOT_CONFIRMED');
          const gone = swapVersions(store, listed.current, previous, grace);
          store.activity.append({ at: now, kind: 'rotation-undone', keyId: id, subject: listed.key.name, detail: '' });
          return gone;
        });
        changes.keys([id]);
        changes.projects(projectsOfKey(store, id));
        await eraseOrWait(ports, marked);
        return viewOf(findKey(store, id));
      });
    },

    finish: (id) =>
      confirmErasing(id, (agreed) =>
        inSequence(id, async () => {
          const listed = findKey(store, id);
          refuseUnasked(listed.previous, agreed);
          const previous = undoableVersionOf(listed);
          endPrevious(previous, listed.key.name);
          await eraseValues(ports, [previous]);
          return viewOf(findKey(store, id));
        }),
      ),

    async endGraces() {
      for (const ended of store.versions.graceEnded(trustedTime.now())) {
        await inSequence(ended.keyId, async () => {
          const listed = store.keys.find(ended.keyId);
          if (listed?.previous?.number !== ended.number) return;
          endPrevious(listed.previous, listed.key.name);
          // One that the keychain keeps is no reason to keep the others.
          await eraseOrWait(ports, [ended]);
        });
      }
    },
  };
}
