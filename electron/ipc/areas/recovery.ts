import { z } from 'zod';
import type { ChosenEntry, KeyRecoveryView } from '../../vault/key-recovery/key-recovery.ts';
import { count, givenName, id, listOf, nothing, time } from './shapes.ts';

const keyHere = z.strictObject({ keyId: id, name: z.string() });

/** What the keychain holds of this vault that the database doesn't know, and the other way round. */
const keyRecoveryView = z.strictObject({
  recoveryId: id,
  found: z.array(
    z.strictObject({
      entryId: id,
      nameHere: z.string().nullable(),
      provider: z.string(),
      name: z.string(),
      envVar: z.string(),
      /** When the newest was last changed; null: the keychain doesn't say. */
      changedAt: time.nullable(),
      values: count,
    }),
  ),
  missing: z.array(keyHere),
  damaged: z.array(keyHere),
  spare: z.array(
    z.strictObject({
      itemId: id,
      name: z.string(),
      isPrevious: z.boolean(),
      collection: z.string(),
      changedAt: time.nullable(),
    }),
  ),
}) satisfies z.ZodType<KeyRecoveryView>;

const chosenEntry = z.strictObject({
  entryId: id,
  name: givenName,
  envVar: givenName,
}) satisfies z.ZodType<ChosenEntry>;

/** The vault was rebuilt at this start, because its database was damaged. */
const repairView = z.strictObject({
  /** The name under which the damaged file is kept; null where nothing was left of it. */
  aside: z.string().nullable(),
  /** When the copy was made that it was rebuilt from; null: there was none, the list began empty. */
  copyFrom: time.nullable(),
});
export type RepairView = z.infer<typeof repairView>;

export const recoveryCalls = {
  /** Looks through the keychain for values that the database doesn't know: only ever on this explicit call. */
  'recovery.scan': { input: nothing, result: keyRecoveryView },
  'recovery.take': {
    input: z.strictObject({ recoveryId: id, entries: listOf(chosenEntry, 10_000) }),
    result: z.strictObject({ kept: count, left: count }),
  },
  /** Asks in a dialog of its own. */
  'recovery.removeSpare': {
    input: z.strictObject({ recoveryId: id, itemIds: listOf(id, 10_000) }),
    result: z.strictObject({ removed: count }),
  },
  /** What a repair of the database did at this start; null: there was none. */
  'recovery.report': { input: nothing, result: repairView.nullable() },
} as const;
