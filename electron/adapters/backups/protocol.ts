import type { Opened } from './age.ts';

/** What the main thread and a backup worker say to each other, once. Bytes are moved, not copied. */
export interface BackupRequest {
  /** prove: opens it as `open` does, and gives the SHA-256 of what was in it. */
  readonly operation: 'seal' | 'open' | 'prove';
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly passphrase: string;
}

export type BackupReply =
  | { readonly kind: 'done'; readonly bytes: Uint8Array<ArrayBuffer> }
  | Exclude<Opened, { kind: 'opened' }>
  | { readonly kind: 'failed' };
