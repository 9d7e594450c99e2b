import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calls } from '../../../electron/ipc/contract.ts';
import { formatValue } from '../../../electron/vault/settings/protection-downgrades.ts';
import { type SettingRule, settingTable } from '../../../electron/vault/settings/setting-table.ts';
import { defaultSettings, settingNames } from '../../../electron/vault/settings/setting-values.ts';
import { valuesOf } from '../../support/setting-values.ts';
import { openTestVault, type TestVault } from '../../support/test-vault.ts';

let test: TestVault;
beforeAll(async () => {
  test = await openTestVault();
});
afterAll(() => test.stop());

function unfit(rule: SettingRule): readonly unknown[] {
  if (rule.kind === 'number') {
    const never = rule.never === null ? [] : [null];
    return [rule.least - 1, rule.most + 1, rule.least + 0.5, Number.NaN, String(rule.least), ...never];
  }
  if (rule.kind === 'choice') return ['another', -7, true];
  return rule.kind === 'switch' ? [0, 'true', null] : [5, null, 'x'.repeat(rule.longest + 1)];
}

const kept = () => ({ ...defaultSettings, ...test.ports.store.settings.get() });

describe.each(settingNames)('the setting %s', (name) => {
  const rule: SettingRule = settingTable[name];

  it('is let in by the contract, kept, and shown as the table says', async () => {
    test.consent.agrees = true;
    for (const value of valuesOf(rule)) {
      const wanted = calls['settings.set'].input.parse({ [name]: value });
      expect(calls['settings.set'].result.parse(await test.vault.settings.set(wanted))).toEqual(kept());
      expect(kept()[name]).toBe(value);
    }
  });

  it('takes nothing that the table does not say, from a page or from a row', () => {
    const before = test.vault.settings.get();
    for (const value of unfit(rule)) {
      expect(calls['settings.set'].input.safeParse({ [name]: value }).success).toBe(false);
      expect(calls['settings.set'].result.safeParse({ ...before, [name]: value }).success).toBe(false);
    }
    expect(calls['settings.set'].result.safeParse({ ...before, [name]: undefined }).success).toBe(false);
  });

  it('is asked for in the direction that loosens, and in no other', async () => {
    const values = valuesOf(rule).map((value) => calls['settings.set'].input.parse({ [name]: value }));
    for (const [at, from] of values.entries()) {
      for (const [then, to] of values.entries()) {
        test.consent.agrees = true;
        await test.vault.settings.set(from);
        test.consent.agrees = false;
        test.consent.asked.length = 0;
        await test.vault.settings.set(to).catch(() => undefined);
        const loosens =
          rule.loosens?.when === 'raised' ? then > at : rule.loosens?.when === 'lowered' ? then < at : false;
        expect([name, from, to, test.consent.asked.length]).toEqual([name, from, to, loosens ? 1 : 0]);
        expect(test.vault.settings.get()[name]).toBe((loosens ? from : to)[name]);
      }
    }
  });
});

it('a page can set no setting that the table does not have', () => {
  expect(calls['settings.set'].input.safeParse({ weather: 'fine' }).success).toBe(false);
  const { theme: _, ...fewer } = defaultSettings;
  expect(calls['settings.get'].result.safeParse(fewer).success).toBe(false);
});

it('the activity notes a switch as on or off, whichever of both protects less', () => {
  for (const when of ['raised', 'lowered'] as const) {
    const rule = { kind: 'switch', default: false, loosens: { when, subject: 'A switch', unit: '' } } as const;
    expect([formatValue(rule, false, ''), formatValue(rule, true, '')]).toEqual(['off', 'on']);
  }
});
