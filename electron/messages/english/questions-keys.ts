import type { AskedKey, AskedValue } from '../../vault/consent-question.ts';
import type { QuestionWords } from '../language.ts';
import { formatDay, formatMoment } from './times.ts';

/** "OpenAI · ends in 3f9A · current since 12 November 2026 at 14:05" */
export function aboutValue({ provider, last4, currentSince }: AskedValue): string {
  const end = last4 === null ? 'too short to show its end' : `ends in ${last4}`;
  return `${provider ?? 'No provider'} · ${end} · current since ${formatMoment(currentSince)}`;
}

/** Its name alone on a line, its value, and what it was called just before. */
function aboutKey(key: AskedKey): string {
  const lines = [key.name, aboutValue(key)];
  if (key.before !== null) lines.push('Renamed less than a minute ago. Before, its name was:', key.before);
  return lines.join('\n');
}

const noWayBack =
  'Erased values can’t be restored. Lines in env files stay as they are; Clavis no longer manages them.';

/** Questions about single keys, and about those in Trash. */
export const keyQuestions = {
  copyAlways: ({ key, isNew }) => ({
    message: 'Allow this key to be copied any number of times?',
    detail: `${aboutKey(key)}${isNew ? '\nIt is a new key.' : ''}\n\nEach copy still leaves the clipboard when its time is over.`,
    action: 'Allow',
  }),
  copyOnceMore: ({ key }) => ({
    message: 'Allow one more copy of this key?',
    detail: `${aboutKey(key)}\n\nIt was copied once already. Each copy is one more place where the key may stay.`,
    action: 'Allow one copy',
  }),
  erasePrevious: ({ key, until }) => ({
    message: 'Erase the previous value of this key now?',
    detail: `${aboutKey(key)}\n\nUntil ${formatDay(until)} its last rotation can be undone. Once that value is erased, it can’t.`,
    action: 'Erase previous value',
  }),
  eraseNewer: ({ key }) => ({
    message: 'Erase the newer value of this key and go back to the previous one?',
    detail: `${aboutKey(key)}\n\nYour settings keep no other value of a key. Once the newer value is erased, you can’t go back to it.`,
    action: 'Erase newer value',
  }),
  deletePermanently: ({ key }) => ({
    message: 'Delete this key permanently?',
    detail: `${aboutKey(key)}\n\nIts values are erased from the keychain. ${noWayBack}`,
    action: 'Delete permanently',
  }),
  emptyTrash: ({ shown, more }) => {
    const lines = shown.map(({ name, last4, before }) => {
      const end = last4 === null ? '' : `, ends in ${last4}`;
      return `${name}${end}${before === null ? '' : `, renamed less than a minute ago, before: ${before}`}`;
    });
    if (more > 0) lines.push(`and ${more} more`);
    const count = shown.length + more;
    return {
      message: count === 1 ? 'Delete the key in Trash permanently?' : `Delete ${count} keys permanently?`,
      detail: [...lines, '', `Their values are erased from the keychain. ${noWayBack}`].join('\n'),
      action: 'Empty Trash',
    };
  },
} satisfies Partial<QuestionWords>;
