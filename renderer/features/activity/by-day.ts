import * as words from '../../../electron/messages/window.ts';
import type { ActivityView } from '../../vault-client.ts';

const days = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const dayMs = 24 * 60 * 60 * 1000;

/** Entries, newest first, under the local day they happened on; today and yesterday by their names. */
export function byDay(entries: readonly ActivityView[], now: number): { day: string; entries: ActivityView[] }[] {
  const today = days.format(now);
  const yesterday = days.format(now - dayMs);
  const groups = new Map<string, ActivityView[]>();
  for (const entry of entries) {
    const on = days.format(entry.at);
    const day = on === today ? words.activity.today : on === yesterday ? words.activity.yesterday : on;
    const group = groups.get(day);
    if (group) group.push(entry);
    else groups.set(day, [entry]);
  }
  return [...groups].map(([day, group]) => ({ day, entries: group }));
}
