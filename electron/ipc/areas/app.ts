import { z } from 'zod';
import { callError } from './shapes.ts';

export const appEvents = {
  /** The person may be at the main window again: what is answered to nobody else can be asked now. */
  'app.attention': z.strictObject({}),
  /** Shown by the window as a message: something failed that no call is waiting for. */
  'app.failed': callError,
} as const;
