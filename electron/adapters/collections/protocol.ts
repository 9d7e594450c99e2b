import type { FoundItem, FoundValue } from '../../vault/ports.ts';

/**
 * What the main thread says to a collections worker, once. The bytes are moved, not copied. Each further message asks for
 * the next reply: the main thread would take all that lie ready in one go.
 */
export interface CollectionRequest {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The file's name, for people. */
  readonly file: string;
}

export type CollectionReply = CollectionPart | CollectionRefusal;

export interface CollectionPart {
  readonly kind: 'part';
  readonly source: string;
  readonly skipped: number;
  readonly items: readonly PlainItem[];
  readonly last: boolean;
}

/** `reason` ends a sentence, and quotes nothing of what is in the file (invariant 1). */
export type CollectionRefusal =
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'unreadable'; readonly reason: string };

export interface PlainItem extends Omit<FoundItem, 'values'> {
  readonly values: readonly PlainValue[];
}

/** As it crosses: a `Secret` can't. */
export interface PlainValue extends Omit<FoundValue, 'value'> {
  readonly value: string;
}
