import type { Ports } from '../ports.ts';
import type { ListedKey, VersionRecord } from '../records.ts';
import type { VaultPorts } from '../vault-ports.ts';

/** In characters. */
const longestLine = 80;
const longestPath = 160;

/** The characters of a text that can't be taken for words of the question: no line break, no quotation mark to end. */
function harmless(text: string): string[] {
  return [...text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ').replace(/[\p{Pi}\p{Pf}„‚"`´]/gu, "'")];
}

/** One line that can't be taken for words of the question: no control or format character, and no quotation mark to end. */
export function questionLine(text: string): string {
  const plain = harmless(text);
  return plain.length > longestLine ? `${plain.slice(0, longestLine - 1).join('')}…` : plain.join('');
}

/** A folder's path in the same way. Of a long one its start and its end stay: they tell more than its middle. */
export function questionPath(path: string): string {
  const plain = harmless(path);
  if (plain.length <= longestPath) return plain.join('');
  const start = Math.floor(longestPath / 3);
  return `${plain.slice(0, start).join('')}…${plain.slice(start + 1 - longestPath).join('')}`;
}

/** Which file a question is about: folders in different places can have the same name. */
export function aboutFile({ name, root }: { name: string; root: string }, file: string): string {
  return `${questionLine(`${name}/${file}`)}\nin ${questionPath(root)}`;
}

/**
 * What a question says of the key that it is about, a line each: its name alone; its provider, what its value ends in and
 * since when it is the current one, which no page can choose together; and its name before, where that was changed in the last minute.
 */
export function aboutKey(
  { renamings, providers }: Pick<VaultPorts, 'renamings' | 'providers'>,
  { key, current }: Pick<ListedKey, 'key' | 'current'>,
): string {
  const before = renamings.before(key.id, key.name);
  const lines = [questionLine(key.name), aboutValue(providers, key.provider, current)];
  if (before !== null) lines.push('Renamed less than a minute ago. Before, its name was:', questionLine(before));
  return lines.join('\n');
}

/** 30 November 2026 */
export function formatDay(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
}

/** 30 November 2026 at 14:05 */
export function formatMoment(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(at);
}

/** "OpenAI · ends in 3f9A · current since 12 November 2026 at 14:05" */
export function aboutValue(
  providers: Ports['providers'],
  provider: string,
  { last4, currentSince }: Pick<VersionRecord, 'last4' | 'currentSince'>,
): string {
  const known = providers.list().find(({ id }) => id === provider)?.name ?? 'No provider';
  const end = last4 === null ? 'too short to show its end' : `ends in ${last4}`;
  return `${known} · ${end} · current since ${formatMoment(currentSince)}`;
}

/** Whether the answer to a question still counts: the key has the value that was asked about. */
export function isStillAsked(asked: ListedKey, now: ListedKey): boolean {
  return asked.current.number === now.current.number && asked.current.fingerprint === now.current.fingerprint;
}
