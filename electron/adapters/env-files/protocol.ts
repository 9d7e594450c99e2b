import type { ErrorCode, Facts } from '../../vault/errors.ts';
import type { EnvShape } from '../../vault/ports.ts';
import type { PlainContent, PlainEdit } from './documents.ts';

/** What the main thread says to the env files' worker, one at a time. The bytes are moved, not copied. */
export type EnvFileRequest = { readonly bytes: Uint8Array<ArrayBuffer> } & (
  | { readonly kind: 'read'; readonly shape: EnvShape }
  | { readonly kind: 'edit'; readonly edit: PlainEdit }
);

export type EnvFileReply =
  | { readonly kind: 'content'; readonly content: PlainContent }
  | { readonly kind: 'edited'; readonly bytes: Uint8Array<ArrayBuffer> }
  | EnvFileRefusal;

/** A `VaultError` as data. */
export interface EnvFileRefusal {
  readonly kind: 'refused';
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: Facts;
}
