import { z } from 'zod';
import { leftOutKinds } from '../../vault/backup-content.ts';
import type { RestoreView } from '../../vault/backups/opened.ts';
import { count, entryIds, id, last4, nothing, time } from './shapes.ts';

const typedPassphrase = z.string().max(10_000);

const restoreView = z.strictObject({
  restoreId: id,
  madeAt: time,
  keys: z.array(
    z.strictObject({
      entryId: id,
      name: z.string(),
      provider: z.string(),
      envVar: z.string(),
      last4,
      state: z.enum(['new', 'same', 'newer-here', 'newer-there']),
      nameHere: z.string().nullable(),
    }),
  ),
  projects: z.array(
    z.strictObject({
      entryId: id,
      name: z.string(),
      root: z.string(),
      targets: count,
      state: z.enum(['new', 'here', 'gone']),
    }),
  ),
  settingsDiffer: z.boolean(),
  leftOut: z.record(z.enum(leftOutKinds), count),
}) satisfies z.ZodType<RestoreView>;

export const backupCalls = {
  /** Opens a native dialog for the place; null if it was closed without a choice. */
  'backup.save': {
    input: z.strictObject({ passphrase: typedPassphrase }),
    result: z
      .strictObject({
        file: z.string(),
        keys: count,
        missing: z.array(z.string()),
        /** How many keys are in Trash, and so not in the backup. */
        inTrash: count,
      })
      .nullable(),
  },
  /** Opens a native dialog for the file; null if it was closed without a choice. */
  'backup.pick': { input: nothing, result: z.strictObject({ pickedId: id, file: z.string() }).nullable() },
  'backup.preview': { input: z.strictObject({ pickedId: id, passphrase: typedPassphrase }), result: restoreView },
  /** Takes what was chosen; progress comes as `backup.progressed` events. */
  'backup.restore': {
    input: z.strictObject({ restoreId: id, keys: entryIds, projects: entryIds, settings: z.boolean() }),
    result: z.strictObject({ keys: count, projects: count }),
  },
  /** Main forgets what a preview holds. */
  'backup.forget': { input: nothing, result: z.null() },
} as const;

export const backupEvents = {
  'backup.progressed': z.strictObject({ done: count, total: count }),
} as const;
