import type {
  ActivityRecord,
  BindingRecord,
  BoundVersion,
  ClockRecord,
  KeyRecord,
  KeyWithVersions,
  LeaseRecord,
  ListedKey,
  ProjectRecord,
  TargetRecord,
  ValuePlaceRecord,
  ValueRef,
  VersionRecord,
} from './records.ts';
import type { Settings } from './settings/setting-table.ts';

/** Where a key stands in Trash: when it was deleted (ms since the epoch), and its id. */
export interface TrashPlace {
  readonly deletedAt: number;
  readonly id: string;
}

/** The database as the vault needs it: one table each for what it remembers. Local, and thus synchronous. */

export interface KeyTable {
  /** Every key that is not in Trash, by folded name. */
  listed(): ListedKey[];
  /** As many of these at most, from the one on that comes after this folded name; '' for the first. */
  page(after: string, count: number): ListedKey[];
  /** Pinned ones, and of the others the `count` that were used last. */
  recent(count: number): ListedKey[];
  /** One key, one in Trash too. Counts nothing: it may be asked for each of many bindings. */
  find(id: string): KeyWithVersions | null;
  /** The same as it is listed: counts over all bindings of the key. */
  findListed(id: string): ListedKey | null;
  /** Every key in Trash. */
  deleted(): ListedKey[];
  /** As many keys in Trash at most, the one deleted last first, from the one on that comes after this place. */
  deletedPage(after: TrashPlace | null, count: number): ListedKey[];
  /** As many at most of those that were deleted at or before `time` (ms since the epoch), the oldest first. */
  deletedBefore(time: number, count: number): KeyWithVersions[];
  /** How many keys are in Trash. */
  deletedCount(): number;
  /** The id of the key, not in Trash, whose folded name this is. */
  idByFoldedName(folded: string): string | null;
  /** `folded`: the name trimmed and lower-cased, unique among keys that are not in Trash. */
  insert(key: KeyRecord, folded: string): void;
  update(key: KeyRecord, folded: string): void;
  /** Notes that it was used then (ms since the epoch); its name, null where there is no such key. */
  noteUse(id: string, at: number): string | null;
  /** With its versions; bindings that it still has become unbound. What was spent of their grants stays known. */
  remove(id: string): void;
  /** Whether there is any key, deleted ones too. */
  any(): boolean;
}

export interface VersionTable {
  insert(version: VersionRecord): void;
  update(version: VersionRecord): void;
  remove(ref: ValueRef): void;
  /** Previous versions, of all keys, whose grace ended at or before `now`. */
  graceEnded(now: number): VersionRecord[];
  /** The current version of each key that is bound in this target, each once. */
  boundIn(targetId: string): BoundVersion[];
  /** The highest number this key ever had, intents included. */
  highestNumber(keyId: string): number;
  /**
   * The fewest copy grants left on any version, of deleted keys too, that has this fingerprint; 0 for a value that was
   * spent before its key went; null if none has it.
   */
  fewestGrants(fingerprint: string): number | null;
  /** Every version that has this fingerprint, those of deleted keys too. */
  ofFingerprint(fingerprint: string): VersionRecord[];
  /** Whether any version of a key that is not deleted has this fingerprint; its key's id. */
  keyIdByFingerprint(fingerprint: string): string | null;
}

/** Values that may be in the keychain without a committed version (intents) or must go (tombstones). */
export interface ValueRefTable {
  add(ref: ValueRef): void;
  remove(ref: ValueRef): void;
  all(): ValueRef[];
}

export interface ProjectTable {
  all(): ProjectRecord[];
  find(id: string): ProjectRecord | null;
  insert(project: ProjectRecord): void;
  /** With its targets and bindings. */
  remove(id: string): void;
}

export interface TargetTable {
  ofProject(projectId: string): TargetRecord[];
  find(id: string): TargetRecord | null;
  insert(target: TargetRecord): void;
  update(target: TargetRecord): void;
  /** With its bindings. */
  remove(id: string): void;
}

export interface BindingTable {
  /** In the order they were bound. */
  ofTarget(targetId: string): BindingRecord[];
  ofKey(keyId: string): BindingRecord[];
  find(targetId: string, envVar: string): BindingRecord | null;
  /** How many there are, in one target or in all. */
  count(targetId?: string): number;
  /** Inserts, or replaces the binding of the same target and env var. */
  put(binding: BindingRecord): void;
  remove(targetId: string, envVar: string): void;
}

/** Which part of the activity. */
export interface ActivityPart {
  /** Entries with a lower id than this one. */
  readonly before?: number | undefined;
  /** `loosened`: of `protectionDowngradeKinds` alone. */
  readonly only?: 'loosened' | undefined;
}

/** Nothing is ever removed: no number of entries makes another one go. */
export interface ActivityTable {
  /** Adds the entry, or counts it where it repeats one (see `repeatMs`), which then is the newest. */
  append(entry: Omit<ActivityRecord, 'id' | 'firstAt' | 'count'>): void;
  /** Newest first; of one key where its id is given. */
  latest(limit: number, keyId?: string, part?: ActivityPart): ActivityRecord[];
}

/** Values in the keychain that no version with encoding is known to have written, by account. */
export interface RawValuesRecord {
  /** Not looked at yet, or to be tried again. */
  readonly waiting: readonly string[];
  /** The keychain did not hold them as they were kept. */
  readonly damaged: readonly string[];
}

/** The database. Synchronous: every call is a local read or write. Throws `DATABASE_FAILED`. */
export interface Store {
  /** All of `work` or nothing, on the disk when it returns. */
  commit<T>(work: () => T): T;
  /**
   * The same a moment later, together with what others want committed then: on the disk when it resolves. Each work is done or
   * undone by itself.
   */
  commitSoon<T>(work: () => T): Promise<T>;
  readonly keys: KeyTable;
  readonly versions: VersionTable;
  readonly intents: ValueRefTable;
  readonly tombstones: ValueRefTable;
  /** Values that were kept, and that no later run has seen yet. */
  readonly unseenValues: ValueRefTable;
  readonly projects: ProjectTable;
  readonly targets: TargetTable;
  readonly bindings: BindingTable;
  readonly activity: ActivityTable;
  /** Real paths of the files that Clavis wrote values to; none is ever forgotten. */
  readonly writtenFiles: { has(path: string): boolean; add(path: string): void };
  /** The one lease a crash may have left. */
  readonly lease: { get(): LeaseRecord | null; set(lease: LeaseRecord | null): void };
  /** The highest number that a fingerprint key was given, 1 at first; set, it is on the disk. */
  readonly fingerprintNumber: { get(): number; set(number: number): void };
  /** What became of values that earlier versions kept as they are; null: none was looked at yet. */
  readonly rawValues: { get(): RawValuesRecord | null; set(record: RawValuesRecord): void };
  /** Where the values are; null: nobody has looked since it was told by the file's presence. */
  readonly valuePlace: { get(): ValuePlaceRecord | null; set(record: ValuePlaceRecord): void };
  /** Accounts that may have a value in the place where values are not, which is to be removed there. */
  readonly movedValues: { all(): string[]; add(account: string): void; remove(account: string): void };
  /** What is known of the computer's clock; null: nothing yet. */
  readonly trustedTime: { get(): ClockRecord | null; set(record: ClockRecord): void };
  /** When a person was last told something of a kind, in ms since the epoch; null: never. */
  readonly notifiedAt: { at(what: string): number | null; set(what: string, at: number): void };
  /** Only what was set; defaults are the vault's. */
  readonly settings: { get(): Partial<Settings>; set(settings: Partial<Settings>): void };
}
