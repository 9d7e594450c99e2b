import type { EnvShape } from '../../vault/ports.ts';
import type { Refusal } from '../refusal.ts';
import type { PlainContent, PlainEdit } from './documents.ts';

/** What the main thread says to the env files' worker, one at a time. The bytes are moved, not copied. */
export type EnvFileRequest = { readonly bytes: Uint8Array<ArrayBuffer>; readonly shape: EnvShape } & (
  | { readonly kind: 'read' }
  | { readonly kind: 'edit'; readonly edit: PlainEdit }
);

export type EnvFileReply =
  | { readonly kind: 'content'; readonly content: PlainContent }
  | { readonly kind: 'edited'; readonly bytes: Uint8Array<ArrayBuffer>; readonly content: PlainContent }
  | Refusal;
