import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Settings, settingTable } from '../../../electron/vault/settings/setting-table.ts';
import { defaultSettings, settingNames, settingsAmong } from '../../../electron/vault/settings/setting-values.ts';
import { isShortcut } from '../../../electron/vault/settings/shortcut.ts';
import { valuesOf } from '../../support/setting-values.ts';
import { openTestVault, type TestVault } from '../../support/test-vault.ts';

let test: TestVault;
/** What those who follow the settings were told. */
const told: Settings[] = [];
beforeAll(async () => {
  test = await openTestVault({
    wrap: (ports) => ({
      ...ports,
      changes: { ...ports.changes, settings: (settings) => void told.push(settings) },
    }),
  });
});
afterAll(() => test.stop());
beforeEach(async () => {
  test.consent.agrees = true;
  await test.vault.settings.set(defaultSettings);
  test.consent.agrees = false;
  test.consent.asked.length = 0;
  told.length = 0;
});

describe('the settings', () => {
  it('change one at a time, the others stay, after a restart too', async () => {
    const first = test.vault.settings.get();
    expect(first).toEqual(defaultSettings);
    expect(await test.vault.settings.set({ graceDays: 14 })).toEqual({ ...first, graceDays: 14 });
    expect(await test.vault.settings.set({ leaseSeconds: 20 })).toEqual({ ...first, leaseSeconds: 20, graceDays: 14 });
    expect(await test.vault.settings.set({})).toEqual({ ...first, leaseSeconds: 20, graceDays: 14 });
    const last = { ...first, leaseSeconds: 20, graceDays: 14 };
    expect(await test.vault.settings.set({ leaseSeconds: undefined, graceDays: 14 })).toEqual(last);
    await test.restart();
    expect(test.vault.settings.get()).toEqual(last);
    expect(test.consent.asked).toEqual([]);
  });

  it('give a copy a longer lease only when the person agrees; refused, nothing else changes either', async () => {
    const before = test.vault.settings.get();
    const longer = { leaseSeconds: before.leaseSeconds + 1, graceDays: 30 };
    await expect(test.vault.settings.set(longer)).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    expect(test.vault.settings.get()).toEqual(before);
    test.consent.agrees = true;
    expect(await test.vault.settings.set(longer)).toEqual({ ...before, ...longer });
    expect(test.consent.asked).toHaveLength(2);
    expect(test.vault.activity.latest(1)).toMatchObject([{ kind: 'loosened', subject: 'Clipboard lease' }]);
  });

  it.each([
    ['the policy of new keys', { defaultPolicy: 'always' }, {}, 'Copying of new keys', 'once to always'],
    ['a later lock', { idleLockMinutes: 30 }, { idleLockMinutes: 5 }, 'Idle lock', '5 min to 30 min'],
    ['no lock at all', { idleLockMinutes: 0 }, { idleLockMinutes: 5 }, 'Idle lock', '5 min to never'],
    ['a shorter time in Trash', { trashDays: 7 }, {}, 'Trash', '30 d to 7 d'],
    ['a longer lease', { leaseSeconds: 31 }, { leaseSeconds: 30 }, 'Clipboard lease', '30 s to 31 s'],
  ] as const)('are loosened only by the person: %s', async (_what, looser, start, subject, detail) => {
    const begun = await test.vault.settings.set({ defaultPolicy: 'once', ...start });
    test.consent.asked.length = 0;
    await expect(test.vault.settings.set({ ...looser, theme: 'dark' })).rejects.toMatchObject({
      code: 'NOT_CONFIRMED',
    });
    expect(test.vault.settings.get()).toEqual(begun);
    test.consent.agrees = true;
    expect(await test.vault.settings.set(looser)).toEqual({ ...begun, ...looser });
    expect(test.consent.asked).toHaveLength(2);
    expect(test.vault.activity.latest(1)).toMatchObject([{ kind: 'loosened', keyId: null, subject, detail }]);
    // And back, which nobody is asked.
    test.consent.agrees = false;
    expect(await test.vault.settings.set(begun)).toEqual(begun);
    expect(test.consent.asked).toHaveLength(2);
  });

  it('are not loosened by an answer to something else: tightened while the person is asked, they stay so', async () => {
    await test.vault.settings.set({ idleLockMinutes: 10, defaultPolicy: 'once' });
    const { ask } = test.consent;
    test.consent.ask = async () => {
      test.consent.ask = ask;
      await test.vault.settings.set({ idleLockMinutes: 2 });
      return true;
    };
    const both = test.vault.settings.set({ idleLockMinutes: 10, defaultPolicy: 'always' });
    await expect(both).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    expect(test.vault.settings.get()).toMatchObject({ idleLockMinutes: 2, defaultPolicy: 'once' });
  });

  it('are all kept, each by itself, and who follows is told of each that changed', async () => {
    test.consent.agrees = true;
    const before = test.vault.settings.get();
    let wanted = before;
    let changes = 0;
    for (const name of settingNames) {
      for (const value of valuesOf(settingTable[name]).filter((one) => one !== before[name])) {
        const one = settingsAmong({ [name]: value });
        wanted = { ...wanted, ...one };
        expect(await test.vault.settings.set(one)).toEqual(wanted);
        expect(told.at(-1)).toEqual(wanted);
        changes += 1;
      }
      expect(wanted[name]).not.toBe(before[name]);
    }
    expect(told).toHaveLength(changes);
    await test.vault.settings.set({ theme: wanted.theme });
    expect(told).toHaveLength(changes);
    await test.restart();
    expect(test.vault.settings.get()).toEqual(wanted);
  });

  it('fall back to what they were at first where a row is damaged or a newer Clavis wrote it, and the row is kept', async () => {
    const database = path.join(test.folder, 'vault.db');
    const odd: readonly (readonly [string, string | bigint])[] = [
      ['theme', '"sepia"'],
      ['shortcut', 'not JSON'],
      ['leaseSeconds', 9_007_199_254_740_993n],
      ['graceDays', 400n],
      ['closeToTray', 1n],
      ['weather', '"fine"'],
    ];
    const before = await test.vault.settings.set({ idleLockMinutes: 5, rotateEveryDays: null });
    await test.restart({
      between: async () => {
        const opened = new DatabaseSync(database);
        const put = opened.prepare('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)');
        for (const row of odd) put.run(...row);
        opened.close();
      },
    });
    expect(test.vault.settings.get()).toEqual({
      ...before,
      theme: 'system',
      shortcut: 'CommandOrControl+Shift+K',
      leaseSeconds: 30,
      graceDays: 7,
      closeToTray: true,
    });
    expect((await test.vault.settings.set({ startAtLogin: true })).startAtLogin).toBe(true);
    const kept = new DatabaseSync(database, { readOnly: true });
    const statement = kept.prepare('SELECT name, CAST(value AS TEXT) FROM settings');
    statement.setReturnArrays(true);
    const rows = statement.all();
    kept.close();
    expect(rows).toEqual(expect.arrayContaining(odd.map(([name, cell]) => [name, `${cell}`])));
  });

  it('ask nobody for a longer grace, and the person for a shorter one: it takes the way back from a rotation', async () => {
    expect((await test.vault.settings.set({ graceDays: 90 })).graceDays).toBe(90);
    expect(test.consent.asked).toEqual([]);
    await expect(test.vault.settings.set({ graceDays: 89 })).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    expect(test.vault.settings.get().graceDays).toBe(90);
    test.consent.agrees = true;
    expect((await test.vault.settings.set({ graceDays: 1 })).graceDays).toBe(1);
    expect((await test.vault.settings.set({ graceDays: 0 })).graceDays).toBe(0);
    expect(test.consent.asked).toEqual([
      'Keep the previous value of a rotated key for 89 days only?',
      'Keep the previous value of a rotated key for 1 day only?',
      'Erase the previous value of a key as soon as it is rotated?',
    ]);
    expect(test.vault.activity.latest(1)).toMatchObject([{ kind: 'loosened', detail: '1 d to 0 d' }]);
  });

  it.each([
    { leaseSeconds: 4 },
    { leaseSeconds: 301 },
    { leaseSeconds: 10.5 },
    { graceDays: -1 },
    { graceDays: 91 },
    { graceDays: Number.NaN },
    { remindDays: 31 },
    { idleLockMinutes: 241 },
    { idleLockMinutes: -1 },
  ])('take nothing out of bounds: %o', async (wanted) => {
    test.consent.agrees = true;
    const before = test.vault.settings.get();
    await expect(test.vault.settings.set(wanted)).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(test.vault.settings.get()).toEqual(before);
  });
});

describe('a shortcut', () => {
  it.each(['', 'CommandOrControl+Shift+K', 'Alt+Space', 'Super+F5', 'Control+Alt+,', 'CmdOrCtrl+Alt+Plus'])(
    'may be %j',
    async (shortcut) => {
      expect(await test.vault.settings.set({ shortcut })).toMatchObject({ shortcut });
    },
  );

  it.each([
    'K',
    'Shift+K',
    'Shift+F5',
    'F5',
    'CommandOrControl+C',
    'Alt+A',
    'CommandOrControl+Control+C',
    'CmdOrCtrl+Command+C',
    'Control+Ctrl+C',
    'Alt+Tab',
    'Control+Alt+Delete',
    'Control+Alt+',
    'constructor+Alt+K',
    '+',
  ])('is never one that other programs need: %j', async (shortcut) => {
    const before = test.vault.settings.get();
    expect(isShortcut(shortcut)).toBe(false);
    await expect(test.vault.settings.set({ shortcut })).rejects.toMatchObject({ code: 'SHORTCUT_TAKEN' });
    expect(test.vault.settings.get()).toEqual(before);
  });
});
