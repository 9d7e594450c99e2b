import * as words from '../../../electron/messages/window.ts';
import { fromNow } from '../../ui/time.ts';
import type { KeyView } from '../../vault-client.ts';

const soonMs = 14 * 24 * 60 * 60 * 1000;

/** What is due with a key, in words; null where nothing is, or not within two weeks. */
export function dueOf(key: KeyView, now: number): { text: string; overdue: boolean } | null {
  const at = key.rotationDueAt;
  if (at === null || at - now > soonMs) return null;
  return at <= now
    ? { text: words.keyList.rotationDue, overdue: true }
    : { text: words.keyList.due(fromNow(at, now)), overdue: false };
}
