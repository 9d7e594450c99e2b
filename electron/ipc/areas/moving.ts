import { z } from 'zod';
import type { MoveView } from '../../vault/moving/moving.ts';
import { valuePlaces } from '../../vault/records.ts';
import { count, nothing } from './shapes.ts';

/** Where values are, how far a move of them is, and what one left in the other place. */
const moveView = z.strictObject({
  place: z.enum(valuePlaces),
  progress: z.strictObject({ done: count, total: count }).nullable(),
  left: count,
}) satisfies z.ZodType<MoveView>;

export type { MoveView };

export const movingCalls = {
  'moving.get': { input: nothing, result: moveView },
  /** Moves all values to the other place, if the person agrees in main's own dialog and types a passphrase in main's own window. */
  'moving.start': { input: z.strictObject({ to: z.enum(valuePlaces) }), result: moveView },
  /** Tries again to remove what a move left. */
  'moving.removeLeft': { input: nothing, result: moveView },
} as const;

export const movingEvents = {
  'moving.changed': moveView,
} as const;
