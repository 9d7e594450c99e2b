import { expect, it } from 'vitest';
import { formatDue } from '../../electron/shell/due-words.ts';
import type { DueKey } from '../../electron/vault/reminders.ts';

const due = (name: string, dueAt: number): DueKey => ({ id: name, name, dueAt });

it.each([
  [[due('Stripe', 0)], 'A key is due for rotation', 'Stripe'],
  [[due('Stripe', 5)], 'A key is due for rotation soon', 'Stripe'],
  [[due('Stripe', 0), due('GitHub', 1)], '2 keys are due for rotation', 'Stripe and GitHub'],
  [
    [due('A', 0), due('B', 0), due('C', 9), due('D', 9)],
    '4 keys are due for rotation, 2 of them soon',
    'A, B and 2 more',
  ],
  [[due('A', 8), due('B', 9)], '2 keys are due for rotation soon', 'A and B'],
])('%j is told as “%s”', (keys, title, body) => {
  expect(formatDue(keys, 1)).toEqual({ title, body });
});
