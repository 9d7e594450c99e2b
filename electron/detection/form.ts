import type { DetectedKind } from '../vault/detection-port.ts';

/** What the form of a text says by itself. */
export interface Form {
  readonly kind: DetectedKind;
  readonly label: string;
  /** A name to propose for the key. */
  readonly name: string;
  readonly envVar: string;
  /** A provider's id, where the form names one. */
  readonly provider?: string;
}
