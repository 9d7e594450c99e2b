import { z } from 'zod';
import { nothing } from './shapes.ts';

const lockView = z.strictObject({
  locked: z.boolean(),
  /** Whether unlocking asks who is there (Touch ID); else it only shows what was hidden. */
  checks: z.boolean(),
});
export type LockView = z.infer<typeof lockView>;

export const lockCalls = {
  /** These two alone are open while it is locked. */
  'lock.get': { input: nothing, result: lockView },
  'lock.unlock': { input: nothing, result: lockView },
  'lock.lock': { input: nothing, result: lockView },
} as const;

export const lockEvents = {
  'lock.changed': lockView,
} as const;
