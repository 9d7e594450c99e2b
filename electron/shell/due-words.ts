import { language } from '../messages/languages.ts';
import type { DueKey } from '../vault/reminders.ts';
import { nameSome } from '../vault/shown-text.ts';

/** What a person reads of these keys: one by its name, several by their number. `now`: ms since the epoch. */
export function formatDue(keys: readonly DueKey[], now: number): { title: string; body: string } {
  const later = keys.filter(({ dueAt }) => dueAt > now).length;
  return language.notices.due({ count: keys.length, later, names: nameSome(keys.map(({ name }) => name)) });
}
