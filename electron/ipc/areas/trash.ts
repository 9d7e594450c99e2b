import { z } from 'zod';
import type { TrashPlace } from '../../vault/store-port.ts';
import type { ErasedView } from '../../vault/trash/erasing.ts';
import type { RestoredKey } from '../../vault/trash/trash.ts';
import type { TrashedKey } from '../../vault/trash/trash-view.ts';
import { keyView } from './keys.ts';
import { lineOutcome } from './project-views.ts';
import { byKey, count, id, last4, nothing, time } from './shapes.ts';

const trashedKey = z.strictObject({
  id,
  name: z.string(),
  provider: z.string(),
  envVar: z.string(),
  last4,
  deletedAt: time,
  expiresAt: time,
  files: count,
}) satisfies z.ZodType<TrashedKey>;

const restoredKey = keyView.extend({ lost: z.array(z.string()) }) satisfies z.ZodType<RestoredKey>;
const trashPlace = z.strictObject({ deletedAt: time, id }) satisfies z.ZodType<TrashPlace>;
const erasedView = z.strictObject({ keys: count, waiting: count }) satisfies z.ZodType<ErasedView>;

export const trashCalls = {
  'trash.count': { input: nothing, result: count },
  /** A page of the keys in Trash, the one deleted last first, from the one on that comes after this one; shorter at the end. */
  'trash.list': {
    input: z.strictObject({ after: trashPlace.nullable(), count: count.min(1).max(1_000) }),
    result: z.array(trashedKey),
  },
  /** Under the next free name, where another key has its own by now. */
  'trash.restore': { input: byKey, result: restoredKey },
  /** Asks the person, in main's own question, to take the lines of a key in Trash out of the files where they still are. */
  'trash.removeLines': { input: byKey, result: z.array(lineOutcome) },
  /** Asks the person, in main's own dialog, as `trash.empty` does. */
  'trash.deletePermanently': { input: byKey, result: erasedView },
  'trash.empty': { input: nothing, result: erasedView },
} as const;

export const trashEvents = {
  /** A key came to Trash, or left it. */
  'trash.changed': z.strictObject({}),
} as const;
