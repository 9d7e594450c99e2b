import { type SettingName, type SettingRule, type Settings, settingTable } from './setting-table.ts';
import { isShortcut } from './shortcut.ts';

function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(settingTable, name);
}

/** Every setting, in the order of the table. */
export const settingNames: readonly SettingName[] = Object.keys(settingTable).filter(isSettingName);

/** Whether a setting of this rule can have this value. */
function fits(rule: SettingRule, value: unknown): boolean {
  switch (rule.kind) {
    case 'number':
      if (value === null) return rule.never === null;
      return typeof value === 'number' && Number.isInteger(value) && value >= rule.least && value <= rule.most;
    case 'choice':
      return rule.of.some((one) => one === value);
    case 'switch':
      return typeof value === 'boolean';
    case 'shortcut':
      return typeof value === 'string' && isShortcut(value);
  }
}

/** Whether all of these are settings, with values that they can have. */
export function areSettings(given: object): given is Partial<Settings> {
  return Object.entries(given).every(([name, value]) => isSettingName(name) && fits(settingTable[name], value));
}

/** Whether these are all settings there are, with values that they can have. */
function areAllSettings(given: object): given is Settings {
  return areSettings(given) && settingNames.every((name) => Object.hasOwn(given, name));
}

/** What of this is a setting with a value that it can have; the rest is a newer Clavis' or damaged, and passed over. */
export function settingsAmong(found: Readonly<Record<string, unknown>>): Partial<Settings> {
  const good = Object.fromEntries(Object.entries(found).filter(([name, value]) => areSettings({ [name]: value })));
  return areSettings(good) ? good : {};
}

function firstSettings(): Settings {
  const first = Object.fromEntries(settingNames.map((name) => [name, settingTable[name].default]));
  if (!areAllSettings(first)) throw new TypeError('a setting begins with a value that it can’t have');
  return first;
}

/** What each setting is before a person sets it. */
export const defaultSettings: Settings = firstSettings();
