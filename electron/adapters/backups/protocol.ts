import type { BackupKey, BackupVersion, ReadBackup } from '../../vault/backup-content.ts';
import type { Refusal } from '../refusal.ts';
import type { Opened } from './age.ts';

/** The work factor of scrypt that `age -p` uses, as a power of two. */
export const ageWork = 18;

/** What the main thread asks a backup worker for, once. Bytes are moved, not copied. */
export interface BackupRequest {
  /** verify: opens it as `open` does, and gives the SHA-256 of what was in it. */
  readonly operation: 'seal' | 'open' | 'verify';
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly passphrase: string;
  /** Of sealing: scrypt's work factor, as a power of two. */
  readonly work: number;
  /** The backup's name for people. */
  readonly file: string;
}

/** Behind a request to open: the main thread has read a part, and wants the next. */
export type NextPart = 'next';

/** How it ended: `done` after seal and verify, `content` after open. */
export type BackupReply =
  | { readonly kind: 'done'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'content'; readonly content: Omit<ReadBackup, 'keys'> }
  | Refusal
  | Exclude<Opened, { kind: 'opened' }>
  | { readonly kind: 'failed' };

/** Comes before `content`: some of the keys, so that no message takes the main thread long to read. */
export interface BackupPart {
  readonly kind: 'keys';
  readonly keys: readonly PlainKey[];
}

type PlainVersion = Omit<BackupVersion, 'value'> & { readonly value: string };

/** A key with its values as texts: a `Secret` can't cross from a worker. */
export type PlainKey = Omit<BackupKey, 'versions'> & { readonly versions: readonly [PlainVersion, ...PlainVersion[]] };
