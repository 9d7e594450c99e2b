import { z } from 'zod';
import { type ActivityRecord, activityKinds } from '../../vault/records.ts';
import { count, id, time } from './shapes.ts';

const activityView = z.strictObject({
  id: count,
  at: time,
  firstAt: time,
  count,
  kind: z.enum(activityKinds),
  keyId: id.nullable(),
  subject: z.string(),
  detail: z.string(),
}) satisfies z.ZodType<ActivityRecord>;

export const activityCalls = {
  /** Newest first, of one key or of all: those before an entry that was listed, those that loosened a protection alone. */
  'activity.list': {
    input: z.strictObject({
      keyId: id.nullable(),
      limit: count.min(1).max(500),
      before: count.min(1).nullable(),
      only: z.enum(['loosened']).nullable(),
    }),
    result: z.array(activityView),
  },
} as const;
