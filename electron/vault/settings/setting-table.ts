import { copyPolicies, rotationIntervals } from '../keys/key-choices.ts';

/**
 * Which change of a setting protects less, so that the person is asked (invariant 2); null: none does. A choice is raised by a
 * later one of its list, a switch by switching it on. `subject` and `unit`: how the activity notes it. Its question is in
 * `electron/messages`.
 */
type Loosening = { readonly when: 'raised' | 'lowered'; readonly subject: string; readonly unit: string } | null;

interface Rule<Value> {
  readonly default: Value;
  readonly loosens: Loosening;
}

/** What a setting can be, what it is at first, and which change of it loosens. */
export type SettingRule =
  /** A whole number. `never`: what stands for never, which is higher than any. */
  | (Rule<number | null> & {
      readonly kind: 'number';
      readonly least: number;
      readonly most: number;
      readonly never?: 0 | null;
    })
  | (Rule<string | number | null> & { readonly kind: 'choice'; readonly of: readonly (string | number | null)[] })
  | (Rule<boolean> & { readonly kind: 'switch' })
  /** Electron's accelerator, '' for none. `longest`: in characters, what a page may send. */
  | (Rule<string> & { readonly kind: 'shortcut'; readonly longest: number });

/** Every setting there is. Types, schemas, storage, backups and the window's controls are made from this. */
export const settingTable = {
  /** Length of a copy lease in seconds. */
  leaseSeconds: {
    kind: 'number',
    least: 5,
    most: 300,
    default: 30,
    loosens: { when: 'raised', subject: 'Clipboard lease', unit: ' s' },
  },
  /** How many days the previous value is kept after a rotation; 0: not at all. */
  graceDays: {
    kind: 'number',
    least: 0,
    most: 90,
    default: 7,
    loosens: { when: 'lowered', subject: 'Previous values', unit: ' d' },
  },
  /** How many days a deleted key stays in Trash. */
  trashDays: {
    kind: 'choice',
    of: [1, 7, 30, 90],
    default: 30,
    loosens: { when: 'lowered', subject: 'Trash', unit: ' d' },
  },
  /** What a new key is given. */
  defaultPolicy: {
    kind: 'choice',
    of: copyPolicies,
    default: 'once',
    loosens: { when: 'raised', subject: 'Copying of new keys', unit: '' },
  },
  /** What a new key is given: days, or null for never. */
  rotateEveryDays: { kind: 'choice', of: rotationIntervals, default: 90, loosens: null },
  /** How many days before a rotation is due it is told; null: never. */
  remindDays: { kind: 'number', least: 0, most: 30, never: null, default: 7, loosens: null },
  /** Opens the palette from any program. */
  shortcut: { kind: 'shortcut', longest: 60, default: 'CommandOrControl+Shift+K', loosens: null },
  startAtLogin: { kind: 'switch', default: false, loosens: null },
  /** Closing the window leaves Clavis in the tray. */
  closeToTray: { kind: 'switch', default: true, loosens: null },
  theme: { kind: 'choice', of: ['system', 'light', 'dark'], default: 'system', loosens: null },
  /** Whether a letter alone, such as C for copy, does something in the window. */
  singleKeyShortcuts: { kind: 'switch', default: true, loosens: null },
  /** Minutes without input until it locks; 0: never. */
  idleLockMinutes: {
    kind: 'number',
    least: 0,
    most: 240,
    never: 0,
    default: 0,
    loosens: { when: 'raised', subject: 'Idle lock', unit: ' min' },
  },
} as const satisfies Readonly<Record<string, SettingRule>>;

type ValueOf<R extends SettingRule> = R extends { readonly kind: 'number'; readonly never: infer Never }
  ? number | Never
  : R extends { readonly kind: 'number' }
    ? number
    : R extends { readonly kind: 'choice'; readonly of: readonly (infer Value)[] }
      ? Value
      : R extends { readonly kind: 'switch' }
        ? boolean
        : string;

export type SettingName = keyof typeof settingTable;
export type Settings = { readonly [S in SettingName]: ValueOf<(typeof settingTable)[S]> };

/** The settings of which a change can loosen. */
export type LooseningSetting = {
  [S in SettingName]: (typeof settingTable)[S]['loosens'] extends null ? never : S;
}[SettingName];
