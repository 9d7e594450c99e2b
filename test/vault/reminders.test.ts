import { afterAll, beforeAll, expect, it } from 'vitest';
import { createReminders, type Reminders } from '../../electron/vault/reminders.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../support/test-vault.ts';

const dayMs = 24 * 60 * 60 * 1000;

let test: TestVault;
let reminders: Reminders;
beforeAll(async () => {
  test = await openTestVault();
  reminders = createReminders(test.ports, test.vault.settings);
});
afterAll(() => test.stop());

const names = (): string[] => reminders.due().map(({ name }) => name);

it('a rotation is told from some days before it is due, once a day, the longest due first', async () => {
  await test.vault.keys.add({ ...someFields, name: 'Monthly', rotateEveryDays: 30 }, someValue('a'));
  test.clock.pass(5 * dayMs);
  await test.vault.keys.add({ ...someFields, name: 'Another', rotateEveryDays: 30 }, someValue('b'));
  await test.vault.keys.add({ ...someFields, name: 'Never', rotateEveryDays: null }, someValue('c'));
  await test.vault.keys.add({ ...someFields, name: 'Later', rotateEveryDays: 180 }, someValue('d'));
  expect(names()).toEqual([]);
  test.clock.pass(17 * dayMs);
  expect(names()).toEqual([]);
  test.clock.pass(dayMs);
  expect(reminders.due()).toMatchObject([{ name: 'Monthly', dueAt: test.clock.now() + 7 * dayMs }]);
  // Not told yet: it is still to be told.
  expect(names()).toEqual(['Monthly']);
  reminders.tell();
  expect(names()).toEqual([]);
  test.clock.pass(20 * dayMs);
  expect(names()).toEqual(['Monthly', 'Another']);
  reminders.tell();
});

it('what was not told after all is told again the same day', () => {
  reminders.tellAgain();
  expect(names()).toEqual(['Monthly', 'Another']);
  reminders.tell();
  expect(names()).toEqual([]);
});

it('what was told today is not told again after a restart, but tomorrow', async () => {
  await test.restart();
  reminders = createReminders(test.ports, test.vault.settings);
  expect(names()).toEqual([]);
  test.clock.pass(dayMs);
  expect(names()).toEqual(['Monthly', 'Another']);
});

it('a day is the calendar’s: told at noon, it is told again the next morning', () => {
  const now = test.clock.now();
  test.clock.pass(new Date(now + dayMs).setHours(12, 0, 0, 0) - now);
  reminders.tell();
  test.clock.pass(11 * 60 * 60 * 1000);
  expect(names()).toEqual([]);
  test.clock.pass(2 * 60 * 60 * 1000);
  expect(names()).toEqual(['Monthly', 'Another']);
});

it('a rotation, a deletion and the settings each end it', async () => {
  const [monthly, another] = reminders.due();
  await test.vault.rotation.rotate(monthly?.id ?? '', someValue('e'));
  expect(names()).toEqual(['Another']);
  await test.vault.settings.set({ remindDays: null });
  expect(names()).toEqual([]);
  await test.vault.settings.set({ remindDays: 0 });
  expect(names()).toEqual(['Another']);
  await test.vault.deletion.delete(another?.id ?? '');
  expect(names()).toEqual([]);
});
