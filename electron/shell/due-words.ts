import type { DueKey } from '../vault/reminders.ts';
import { nameSome } from '../vault/shown-text.ts';

/** What a person reads of these keys: one by its name, several by their number. `now`: ms since the epoch. */
export function formatDue(keys: readonly DueKey[], now: number): { title: string; body: string } {
  const overdue = keys.filter(({ dueAt }) => dueAt <= now);
  const names = nameSome(keys.map(({ name }) => name));
  const what = keys.length === 1 ? 'A key is' : `${keys.length} keys are`;
  const later = keys.length - overdue.length;
  if (overdue.length === 0) return { title: `${what} due for rotation soon`, body: names };
  const soon = later === 0 ? '' : `, ${later} of them soon`;
  return { title: `${what} due for rotation${soon}`, body: names };
}
