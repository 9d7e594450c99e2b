import type { Dialect } from '../envfile/dialects.ts';
import type { CopyPolicy } from './keys/key-choices.ts';

export type { Dialect };

/** What the vault remembers about keys and projects. No record holds a value. Times are ms since the epoch, UTC. */

/** The end of the year 9999, ms since the epoch: no time lies after it, for no calendar could show it. */
export const latestTime = Date.UTC(10_000, 0, 1) - 1;

export interface KeyRecord {
  readonly id: string;
  readonly name: string;
  /** A provider's id, or '' where none is known. */
  readonly provider: string;
  readonly envVar: string;
  readonly copyPolicy: CopyPolicy;
  /** Days, or null for never. */
  readonly rotateEveryDays: number | null;
  readonly note: string;
  readonly tags: readonly string[];
  readonly pinned: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly lastUsedAt: number | null;
  /** When it was moved to Trash; null: it is not there. */
  readonly deletedAt: number | null;
}

export interface VersionRecord {
  readonly keyId: string;
  /** From 1, counting up; never used twice for one key. */
  readonly number: number;
  readonly state: 'current' | 'previous';
  /** Only for values of 16 characters and more (invariant 7). */
  readonly last4: string | null;
  /** Keyed hash of the value: see `Fingerprints`. */
  readonly fingerprint: string;
  /** Copy grants left under the policy `once`. */
  readonly grants: number;
  /** When the value came into the vault. */
  readonly createdAt: number;
  /** When it became the current one, the last time: by an undone rotation later than it was made. */
  readonly currentSince: number;
  /** When the previous version's grace ends; null for the current one. */
  readonly graceEndsAt: number | null;
  /** The keychain had no value for it when it was last asked. */
  readonly missing: boolean;
}

export interface KeyWithVersions {
  readonly key: KeyRecord;
  readonly current: VersionRecord;
  readonly previous: VersionRecord | null;
}

/** A key as the list needs it: one row, read in one query. */
export interface ListedKey extends KeyWithVersions {
  /** In how many projects it is bound. */
  readonly projects: number;
}

/** The current version of a key that is bound in a target. */
export interface BoundVersion {
  readonly version: VersionRecord;
  /** Whether the key is in Trash. */
  readonly isDeleted: boolean;
}

/** A value's place in the keychain: account `<keyId>/<number>`. */
export interface ValueRef {
  readonly keyId: string;
  readonly number: number;
}

/** The earliest and the latest that the computer's clock showed, ms since the epoch. */
export interface ClockRange {
  readonly earliest: number;
  readonly latest: number;
}

/** Where values are: in the system's keychain, or in the passphrase vault. */
export const valuePlaces = ['keychain', 'passphrase'] as const;
export type ValuePlace = (typeof valuePlaces)[number];

/** `copying`: values are being copied to the other place; `clearing`: what is left of them there is to be removed. */
export const placeWorks = ['copying', 'clearing'] as const;

export interface ValuePlaceRecord {
  readonly place: ValuePlace;
  /** What a move began and has not ended; null: nothing. */
  readonly work: (typeof placeWorks)[number] | null;
  /** The sealed file that the work is about; null where it is about the keychain. */
  readonly fileId: string | null;
}

/** What is known of the computer's clock, from one run to the next; see `TrustedTime`. Times in ms since the epoch. */
export interface ClockRecord {
  /** What it showed when it was last looked at. */
  readonly at: number;
  /** How long Clavis has been in use in this period, ms. */
  readonly used: number;
  readonly period: ClockRange;
  /** Of the period before; null in the first one. */
  readonly before: ClockRange | null;
  /** null until two periods are known. */
  readonly trusted: number | null;
}

export interface LeaseRecord {
  readonly keyId: string;
  readonly fingerprint: string;
  readonly startedAt: number;
  readonly endsAt: number;
}

export interface ProjectRecord {
  readonly id: string;
  /** The folder's own name. */
  readonly name: string;
  /** Absolute, links resolved when it was picked. */
  readonly root: string;
  readonly createdAt: number;
}

export interface TargetRecord {
  readonly id: string;
  readonly projectId: string;
  /** Relative to the project's root, with `/` between its parts. */
  readonly file: string;
  readonly dialect: Dialect;
  /** Whether the file's reader expands `$name`. */
  readonly expands: boolean;
  /** The person said, in main's own dialog, that git has nothing to do with this file. */
  readonly outsideGit: boolean;
}

export interface BindingRecord {
  readonly targetId: string;
  readonly envVar: string;
  /** null: unbound, its line goes with the next export. */
  readonly keyId: string | null;
  /** Keyed hash of what was last written there, null if never. */
  readonly exported: string | null;
  readonly exportedAt: number | null;
  /** The account of the version that was written there (`<keyId>/<number>`), null where that is not known. */
  readonly exportedFor: string | null;
  /** Keyed hash of what an export was about to write and did not commit yet; null if none was. */
  readonly writing: string | null;
  /**
   * Where the line was in the file before Clavis wrote to it: the key whose values the person agreed to have written over
   * it, '' while they were not asked. null for a line that Clavis added.
   */
  readonly adoptedFor: string | null;
}

export const activityKinds = [
  'added',
  'edited',
  'copied',
  'allowed-copy',
  'loosened',
  'rotated',
  'rotation-undone',
  'rotation-finished',
  'deleted',
  'delete-undone',
  'erased',
  'exported',
  'bound',
  'unbound',
  'linked',
  'unlinked',
  'imported',
  'recovered',
  'restored',
  'backed-up',
  'ignored',
  'clipboard-cleared',
  'locked',
  'unlocked',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

/**
 * What loosened a protection or widened what Clavis may reach. Each needs the person, in a dialog that main owns: a page can't
 * add one by itself, and so can't push one out of a list of these alone.
 */
export const protectionDowngradeKinds = [
  'loosened',
  'allowed-copy',
  'linked',
] as const satisfies readonly ActivityKind[];

/** An entry that is the same as one that began this long ago at most, in ms, is counted there. */
export const repeatMs = 10 * 60 * 1000;

export interface ActivityRecord {
  /** Counts up: the highest is the newest. One that is counted again gets a new one. */
  readonly id: number;
  /** When it happened, the last time. */
  readonly at: number;
  /** When it happened for the first time. */
  readonly firstAt: number;
  /** How often it happened from then on. */
  readonly count: number;
  readonly kind: ActivityKind;
  readonly keyId: string | null;
  /** The name at that time, so that it can be read after the key is gone. */
  readonly subject: string;
  readonly detail: string;
}

/**
 * How a random value is made: `bytes` random bytes (8 to 1,024) in an encoding, or `length` characters (8 to 1,024) of an
 * alphabet.
 */
export type Recipe =
  | { readonly kind: 'bytes'; readonly bytes: number; readonly encoding: 'hex' | 'base64' | 'base64url' }
  | {
      readonly kind: 'text';
      readonly length: number;
      readonly alphabet: 'letters-digits' | 'letters-digits-symbols' | 'digits';
    };

/** What locked it: the person, the screen's own lock, the computer's sleep, or nobody being there. */
export type LockedBy = 'hand' | 'screen' | 'suspend' | 'idle';

/** Whether the vault shows and gives anything; kept nowhere. */
export interface LockState {
  readonly locked: boolean;
  /** ms since the epoch: when it became so. */
  readonly since: number;
  /** null while it is open, and where it was not opened since the start. */
  readonly by: LockedBy | null;
}
