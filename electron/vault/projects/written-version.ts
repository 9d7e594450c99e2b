import { accountOf } from '../keys/value-store.ts';
import type { BindingRecord, VersionRecord } from '../records.ts';

/**
 * Whether this version is what was last written to the line. Told by which version it was. Where that is not known, as after
 * an export that was cut off, by its value; but not for one that could be guessed, which has no last four characters either.
 */
export function isWrittenVersion({ exported, exportedFor }: BindingRecord, version: VersionRecord): boolean {
  if (exportedFor !== null) return exportedFor === accountOf(version);
  return version.last4 !== null && exported === version.fingerprint;
}
