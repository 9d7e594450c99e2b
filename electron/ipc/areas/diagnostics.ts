import { z } from 'zod';
import { count, nothing } from './shapes.ts';

export const diagnosticsCalls = {
  /** Main copies the log of failures; the page hears how many entries that were, and never what is in them. */
  'diagnostics.copy': { input: nothing, result: z.strictObject({ entries: count }) },
} as const;
