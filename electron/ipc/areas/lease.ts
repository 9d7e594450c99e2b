import { z } from 'zod';
import type { LeaseRecord } from '../../vault/records.ts';
import { id, nothing, time } from './shapes.ts';

/** What a window is told of the value on the clipboard: all but its fingerprint. */
export type LeaseView = Omit<LeaseRecord, 'fingerprint'>;

export const leaseView = z.strictObject({ keyId: id, startedAt: time, endsAt: time }) satisfies z.ZodType<LeaseView>;

export const leaseCalls = {
  'lease.get': { input: nothing, result: leaseView.nullable() },
  'lease.clear': { input: nothing, result: z.null() },
} as const;

export const leaseEvents = {
  'lease.changed': z.strictObject({ lease: leaseView.nullable() }),
} as const;
