import { z } from 'zod';
import { count, nothing } from './shapes.ts';

/** How many old values the keychain still has that were to be erased. */
const erasureView = z.strictObject({ waiting: count });

export type ErasureView = z.infer<typeof erasureView>;

export const erasureCalls = {
  'erasure.get': { input: nothing, result: erasureView },
  /** Tries them again, which may open the system's prompt to unlock the keychain. */
  'erasure.tryAgain': { input: nothing, result: erasureView },
} as const;

export const erasureEvents = {
  'erasure.changed': erasureView,
} as const;
