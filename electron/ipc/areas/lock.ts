import { z } from 'zod';
import { identityChecks } from '../../vault/unlock-rule.ts';
import { nothing } from './shapes.ts';

const lockView = z.strictObject({
  locked: z.boolean(),
  /** What unlocking asks who is there by; null: it only shows what was hidden. A passphrase also opens the values. */
  checks: z.enum(identityChecks).nullable(),
});
export type LockView = z.infer<typeof lockView>;

export const lockCalls = {
  /** To the vault's pages these two alone are open while it is locked. */
  'lock.get': { input: nothing, result: lockView },
  'lock.unlock': { input: nothing, result: lockView },
  'lock.lock': { input: nothing, result: lockView },
} as const;

export const lockEvents = {
  'lock.changed': lockView,
} as const;
