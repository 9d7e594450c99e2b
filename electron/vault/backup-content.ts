import type { KeyRecord, TargetRecord, VersionRecord } from './records.ts';
import type { Secret } from './secret.ts';
import type { Settings } from './settings/setting-table.ts';

/** What an encrypted backup holds, opened. Times are ms since the epoch, UTC. */
export interface BackupContent {
  readonly madeAt: number;
  readonly keys: readonly BackupKey[];
  readonly projects: readonly BackupProject[];
  /** Those it names; the others are as they are. */
  readonly settings: Partial<Settings>;
}

/** By kind, what of a backup a Clavis leaves out because it doesn't know it: numbers alone, never what it is. */
export const leftOutKinds = [
  /** Settings, and values that a setting can't have here. */
  'settings',
  /** Env files of another dialect. */
  'files',
  /** Entries of the activity: this Clavis takes none from a backup, of whatever kind. */
  'activity',
  /** Whole parts, next to keys, projects and settings. */
  'parts',
  /** Fields of keys, values, projects and files. */
  'fields',
] as const;
export type LeftOut = Readonly<Record<(typeof leftOutKinds)[number], number>>;

/** A backup as it was read. */
export interface ReadBackup extends BackupContent {
  readonly leftOut: LeftOut;
}

export interface BackupKey extends Omit<KeyRecord, 'deletedAt'> {
  /** At least one; at most one of each state. */
  readonly versions: readonly [BackupVersion, ...BackupVersion[]];
}

export interface BackupVersion
  extends Pick<VersionRecord, 'number' | 'state' | 'grants' | 'createdAt' | 'graceEndsAt'>,
    // Older backups lack it. A restored value is current since the restore, whatever is said here.
    Partial<Pick<VersionRecord, 'currentSince'>> {
  readonly value: Secret;
}

export interface BackupProject {
  readonly id: string;
  readonly name: string;
  readonly root: string;
  readonly targets: readonly BackupTarget[];
}

export interface BackupTarget extends Omit<TargetRecord, 'projectId'> {
  readonly bindings: readonly { readonly envVar: string; readonly keyId: string }[];
}

/** The current value; of a key whose current value was missing when the backup was made, the one before. */
export function currentOf({ versions }: BackupKey): BackupVersion {
  return versions.find(({ state }) => state === 'current') ?? versions[0];
}

/** The value before it, while its grace lasts. */
export function previousOf(key: BackupKey, now: number): BackupVersion | null {
  const current = currentOf(key);
  return key.versions.find((one) => one !== current && one.graceEndsAt !== null && one.graceEndsAt > now) ?? null;
}

/** A file's own name, for people. */
export function fileNameOf(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
}
