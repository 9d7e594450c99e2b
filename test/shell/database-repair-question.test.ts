import { expect, test } from 'vitest';
import { repairQuestion } from '../../electron/shell/database-repair-question.ts';
import { vaultError } from '../../electron/vault/errors.ts';

const damage = vaultError('DATABASE_DAMAGED', { file: '/home/dev/Clavis/vault.db', reason: { code: 'EMPTY' } });
const at = new Date(2026, 10, 22, 14, 2).getTime();

test('a damaged vault with a copy: what is wrong, what stays, from when the list would be', () => {
  const { question, rebuild } = repairQuestion({ copy: { at }, spoilt: 0 }, damage);
  expect(question.buttons?.[rebuild]).toBe('Rebuild from the copy of 22 Nov, 14:02');
  expect(question.message).toBe('The vault’s database is damaged');
  expect(question.detail).toContain('/home/dev/Clavis/vault.db can’t be used: it is empty.');
  expect(question.detail).toContain('the values in the keychain stay untouched.');
  expect(question.detail).toMatch(/from Sunday,? 22 November 2026, 14:02\. What was added/);
});

test('a damaged vault without a copy: that the list would be empty, and that copies there are of no use', () => {
  const { question, rebuild } = repairQuestion({ copy: null, spoilt: 2 }, damage);
  expect(question.buttons?.[rebuild]).toBe('Start with an empty list');
  expect(question.detail).toContain('2 copies can’t be used either, and stay too.');
  expect(question.detail).toContain('There is no copy to rebuild it from');
});

test('quitting is what Enter, Escape and closing the dialog do', () => {
  const { question, rebuild } = repairQuestion({ copy: { at }, spoilt: 0 }, damage);
  const quit = question.buttons?.indexOf('Quit');
  expect(quit).not.toBe(rebuild);
  expect([question.defaultId, question.cancelId]).toEqual([quit, quit]);
});
