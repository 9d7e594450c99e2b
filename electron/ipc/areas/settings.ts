import { z } from 'zod';
import { type SettingName, type SettingRule, type Settings, settingTable } from '../../vault/settings/setting-table.ts';
import { settingNames } from '../../vault/settings/setting-values.ts';
import { nothing } from './shapes.ts';

type SettingShapes = { readonly [S in SettingName]: z.ZodType<Settings[S]> };

function shapeOf(rule: SettingRule): z.ZodType {
  switch (rule.kind) {
    case 'number': {
      const number = z.int().min(rule.least).max(rule.most);
      return rule.never === null ? number.nullable() : number;
    }
    case 'choice':
      return z.literal(rule.of);
    case 'switch':
      return z.boolean();
    case 'shortcut':
      // The vault says in words which keys other programs need.
      return z.string().max(rule.longest);
  }
}

/** Each shape is made from the rule that the type is made from; this says that none is left out. */
function haveAllShapes(shapes: Readonly<Record<string, z.ZodType>>): shapes is SettingShapes {
  return settingNames.every((name) => Object.hasOwn(shapes, name));
}

function settingShapes(): SettingShapes {
  const shapes = Object.fromEntries(settingNames.map((name) => [name, shapeOf(settingTable[name])]));
  if (!haveAllShapes(shapes)) throw new TypeError('a setting has no shape');
  return shapes;
}

const settingsView = z.strictObject(settingShapes()) satisfies z.ZodType<Settings>;

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
