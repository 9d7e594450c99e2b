import type { SettingName, SettingRule, Settings } from '../../electron/vault/settings/setting-table.ts';
import { defaultSettings, settingsAmong } from '../../electron/vault/settings/setting-values.ts';

/** Values that a setting can have, the lower one first; the highest last. */
export function valuesOf(rule: SettingRule): readonly unknown[] {
  if (rule.kind === 'choice') return rule.of;
  if (rule.kind === 'switch') return [false, true];
  if (rule.kind === 'shortcut') return ['', 'Alt+Space'];
  const numbers = [rule.least, rule.least + 1, rule.most - 1, rule.most];
  if (rule.never === undefined) return numbers;
  return [...numbers.filter((one) => one !== rule.never), rule.never];
}

/** All settings as they are at first, but one with this value. */
export function settingsWith(name: SettingName, value: unknown): Settings {
  return { ...defaultSettings, ...settingsAmong({ [name]: value }) };
}
