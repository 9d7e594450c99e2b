import type { LeaseRecord } from '../vault/records.ts';
import type { LeaseView } from './areas/lease.ts';

/** What a window is told of the value on the clipboard: all but its fingerprint. */
export function viewLease({ keyId, startedAt, endsAt }: LeaseRecord): LeaseView {
  return { keyId, startedAt, endsAt };
}
