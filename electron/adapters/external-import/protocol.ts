import type { ExternalContent, FoundItem, FoundValue } from '../../vault/ports.ts';
import type { Reason } from '../../vault/reasons.ts';

/**
 * What the main thread says to an external import worker, once. The bytes are moved, not copied. Each further message asks for
 * the next reply: the main thread would take all that lie ready in one go.
 */
export interface ExternalImportRequest {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The file's name, for people. */
  readonly file: string;
}

export type ExternalImportReply = ExternalImportPart | ExternalImportRefusal;

export interface ExternalImportPart extends Omit<ExternalContent, 'file' | 'items'> {
  readonly kind: 'part';
  readonly items: readonly PlainItem[];
  /**
   * All their notes one after the other, UTF-8. They are most of an export: as strings of the main thread they would make
   * each look of V8's for garbage long enough to be felt.
   */
  readonly notes: Uint8Array<ArrayBuffer>;
  readonly last: boolean;
}

/** `reason` quotes nothing of what is in the file (invariant 1). */
export type ExternalImportRefusal =
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'unreadable'; readonly reason: Reason };

export interface PlainItem extends Omit<FoundItem, 'values' | 'note'> {
  /** Where its note ends in `notes`; it begins where the one before ends. In bytes. */
  readonly noteEnd: number;
  readonly values: readonly PlainValue[];
}

/** As it crosses: a `Secret` can't. */
export interface PlainValue extends Omit<FoundValue, 'value'> {
  readonly value: string;
}
