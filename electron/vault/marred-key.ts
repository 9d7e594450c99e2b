/** A key of a provider's shape, but for a character that can't be in it. */
export interface MarredKey {
  /** "zero-width space (U+200B)" */
  readonly character: string;
  /** From 1. */
  readonly position: number;
  /** What kind of key it would be, or ''. */
  readonly label: string;
}
