import type { ConsentQuestion } from '../consent-question.ts';
import {
  type LooseningSetting,
  type SettingName,
  type SettingRule,
  type Settings,
  settingTable,
} from './setting-table.ts';
import { settingNames } from './setting-values.ts';

/** A setting that would protect less than it does. */
export interface ProtectionDowngrade {
  readonly setting: LooseningSetting;
  readonly question: ConsentQuestion;
  /** What the activity says of it. */
  readonly subject: string;
  readonly detail: string;
}

/** A number that is greater for what a setting counts as raised to: a later choice, a switch that is on, a longer time, never. */
function rankOf(rule: SettingRule, value: Settings[SettingName]): number {
  if (rule.kind === 'choice') {
    const choices: readonly unknown[] = rule.of;
    return choices.indexOf(value);
  }
  if (rule.kind === 'number' && value === rule.never) return Number.POSITIVE_INFINITY;
  return Number(value);
}

function isLoosening(name: SettingName): name is LooseningSetting {
  return settingTable[name].loosens !== null;
}

function protectsLess(name: SettingName, before: Settings, wanted: Settings): boolean {
  const rule: SettingRule = settingTable[name];
  const [from, to] = [rankOf(rule, before[name]), rankOf(rule, wanted[name])];
  return (rule.loosens?.when === 'raised' && to > from) || (rule.loosens?.when === 'lowered' && to < from);
}

/** As the activity has it: "5 s", "never", "on". */
export function formatValue(rule: SettingRule, value: Settings[SettingName], unit: string): string {
  if (rule.kind === 'switch') return value === true ? 'on' : 'off';
  return rule.kind === 'number' && value === rule.never ? 'never' : `${value}${unit}`;
}

function downgradeOf(setting: LooseningSetting, before: Settings, wanted: Settings): ProtectionDowngrade {
  const rule: SettingRule = settingTable[setting];
  const { subject, unit } = settingTable[setting].loosens;
  const detail = `${formatValue(rule, before[setting], unit)} to ${formatValue(rule, wanted[setting], unit)}`;
  return { setting, question: { kind: `setting ${setting}`, facts: { before, wanted } }, subject, detail };
}

/** Each setting that protects less in `wanted` than before, whoever wants it (invariant 2). */
export function protectionDowngrades(before: Settings, wanted: Settings): ProtectionDowngrade[] {
  return settingNames
    .filter(isLoosening)
    .filter((name) => protectsLess(name, before, wanted))
    .map((setting) => downgradeOf(setting, before, wanted));
}
