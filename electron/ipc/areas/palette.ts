import { z } from 'zod';
import type { PaletteKey, PaletteTarget } from '../../vault/palette.ts';
import { keyView } from './keys.ts';
import { leaseView } from './lease.ts';
import { byKey, byTarget, count, id, nothing } from './shapes.ts';

const paletteKey = keyView.pick({
  id: true,
  name: true,
  provider: true,
  envVar: true,
  last4: true,
  grant: true,
  pinned: true,
  lastUsedAt: true,
}) satisfies z.ZodType<PaletteKey>;

const paletteTarget = z.strictObject({
  targetId: id,
  project: z.string(),
  file: z.string(),
}) satisfies z.ZodType<PaletteTarget>;

export const paletteCalls = {
  'palette.list': { input: nothing, result: z.array(paletteKey) },
  'palette.copy': { input: byKey, result: leaseView },
  'palette.targets': { input: byKey, result: z.array(paletteTarget) },
  /** Writes what needs no second look; else it is refused with the reason. */
  'palette.export': {
    input: byTarget,
    result: z.strictObject({ file: z.string(), written: count, removed: count }),
  },
  /** Shows the main window, with this key selected. */
  'palette.open': { input: byKey, result: z.null() },
  'palette.hide': { input: nothing, result: z.null() },
} as const;

export const paletteEvents = {
  /** The palette was hidden, or is about to be shown: it begins again. */
  'palette.shown': z.strictObject({}),
  /** The same as `keys.changed`, of what the palette shows. */
  'palette.changed': z.strictObject({ changed: z.array(paletteKey).nullable(), gone: z.array(id) }),
} as const;
