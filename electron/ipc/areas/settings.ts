import { z } from 'zod';
import type { Settings } from '../../vault/records.ts';
import { copyPolicy, nothing } from './shapes.ts';

const settingsView = z.strictObject({
  leaseSeconds: z.number().int().min(5).max(300),
  graceDays: z.number().int().min(0).max(90),
  trashDays: z.union([z.literal(1), z.literal(7), z.literal(30), z.literal(90)]),
  defaultPolicy: copyPolicy,
  rotateEveryDays: z.union([z.literal(30), z.literal(60), z.literal(90), z.literal(180), z.null()]),
  remindDays: z.number().int().min(0).max(30).nullable(),
  shortcut: z.string().max(60),
  startAtLogin: z.boolean(),
  closeToTray: z.boolean(),
  theme: z.enum(['system', 'light', 'dark']),
  singleKeyShortcuts: z.boolean(),
  idleLockMinutes: z.number().int().min(0).max(240),
}) satisfies z.ZodType<Settings>;

/** Which of the settings this system can follow. */
const abilitiesView = z.strictObject({
  /** Whether a tray is shown; without one closing the window quits. */
  tray: z.boolean(),
  /** Whether the palette's shortcut is registered; null: none is set. */
  shortcut: z.boolean().nullable(),
});
export type AbilitiesView = z.infer<typeof abilitiesView>;

export const settingCalls = {
  'settings.get': { input: nothing, result: settingsView },
  'settings.abilities': { input: nothing, result: abilitiesView },
  /** Changes those that are named; the others stay as they are. */
  'settings.set': { input: settingsView.partial(), result: settingsView },
} as const;

export const settingEvents = {
  'settings.changed': settingsView,
} as const;
