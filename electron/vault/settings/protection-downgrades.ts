import type { Consent } from '../ports.ts';
import { type SettingName, type SettingRule, type Settings, settingTable } from './setting-table.ts';
import { settingNames } from './setting-values.ts';

/** What the person is asked, and what the activity says of it. */
interface DowngradeWords {
  readonly question: Parameters<Consent['ask']>[0];
  readonly subject: string;
  readonly detail: string;
}

/** A setting that would protect less than it does. */
export interface ProtectionDowngrade extends DowngradeWords {
  readonly setting: SettingName;
}

/** The settings of which a change can loosen. */
type LooseningName = {
  [S in SettingName]: (typeof settingTable)[S]['loosens'] extends null ? never : S;
}[SettingName];

type Words = { readonly [S in LooseningName]: (before: Settings[S], wanted: Settings[S]) => DowngradeWords };

const words: Words = {
  leaseSeconds: (before, wanted) => ({
    question: {
      message: `Leave copied values on the clipboard for ${wanted} seconds?`,
      detail: `Now it is ${before} seconds. Other programs can read the clipboard all that time.`,
      action: `Allow ${wanted} seconds`,
    },
    subject: 'Clipboard lease',
    detail: `${before} s to ${wanted} s`,
  }),

  defaultPolicy: (before, wanted) => ({
    question: {
      message: 'Propose “copy always” for new keys?',
      detail: 'Such a key can be copied any number of times. Clavis still asks for each one, by its name.',
      action: 'Allow',
    },
    subject: 'Copying of new keys',
    detail: `${before} to ${wanted}`,
  }),

  idleLockMinutes: (before, wanted) => {
    const minutes = `${wanted} ${wanted === 1 ? 'minute' : 'minutes'}`;
    return {
      question: {
        message: wanted === 0 ? 'No longer lock Clavis when nobody is there?' : `Lock Clavis only after ${minutes}?`,
        detail: `Now it locks after ${before} min without a key pressed or the pointer moved.`,
        action: wanted === 0 ? 'Leave it unlocked' : `Allow ${minutes}`,
      },
      subject: 'Idle lock',
      detail: `${before} min to ${wanted === 0 ? 'never' : `${wanted} min`}`,
    };
  },

  /** The previous value of a rotation is the way back: the less time it is kept, the less a mistake can be undone. */
  graceDays: (before, wanted) => ({
    question: {
      message:
        wanted === 0
          ? 'Erase the previous value of a key as soon as it is rotated?'
          : `Keep the previous value of a rotated key for ${days(wanted)} only?`,
      detail: `Now it is kept for ${days(before)}, and until then a rotation can be undone.`,
      action: wanted === 0 ? 'Keep no previous value' : `Keep for ${days(wanted)}`,
    },
    subject: 'Previous values',
    detail: `${before} d to ${wanted} d`,
  }),

  /** A deleted key can be restored as long as it is in Trash. */
  trashDays: (before, wanted) => ({
    question: {
      message: `Keep deleted keys in Trash for ${days(wanted)} only?`,
      detail: `Now they stay ${days(before)}, and can be restored. Those that were deleted longer ago than ${days(wanted)} are then deleted permanently, within an hour.`,
      action: `Keep for ${days(wanted)}`,
    },
    subject: 'Trash',
    detail: `${before} d to ${wanted} d`,
  }),
};

function days(count: number): string {
  return `${count} ${count === 1 ? 'day' : 'days'}`;
}

/** How high a value is; what stands for never is higher than any. */
function heightOf(rule: SettingRule, value: Settings[SettingName]): number {
  if (rule.kind === 'choice') {
    const choices: readonly unknown[] = rule.of;
    return choices.indexOf(value);
  }
  if (rule.kind === 'number' && value === rule.never) return Number.POSITIVE_INFINITY;
  return Number(value);
}

function isLooseningName(name: SettingName): name is LooseningName {
  return Object.hasOwn(words, name);
}

function protectsLess(name: SettingName, before: Settings, wanted: Settings): boolean {
  const rule: SettingRule = settingTable[name];
  const [from, to] = [heightOf(rule, before[name]), heightOf(rule, wanted[name])];
  return (rule.loosens === 'raised' && to > from) || (rule.loosens === 'lowered' && to < from);
}

function wordsFor<S extends LooseningName>(name: S, before: Settings, wanted: Settings): DowngradeWords {
  return words[name](before[name], wanted[name]);
}

/** Each setting that protects less in `wanted` than before, whoever wants it (invariant 2). */
export function protectionDowngrades(before: Settings, wanted: Settings): ProtectionDowngrade[] {
  return settingNames
    .filter((name) => protectsLess(name, before, wanted))
    .filter(isLooseningName)
    .map((setting) => ({ setting, ...wordsFor(setting, before, wanted) }));
}
