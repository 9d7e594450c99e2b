import type { Detection } from '../detection-port.ts';
import type { KeyWithVersions, VersionRecord } from '../records.ts';
import { questionLine } from '../shown-text.ts';
import { formatMoment } from '../shown-time.ts';
import type { VaultPorts } from '../vault-ports.ts';

/**
 * What a question says of the key that it is about, a line each: its name alone; its provider, what its value ends in and
 * since when it is the current one, which no page can choose together; and its name before, where that was changed in the last minute.
 */
export function aboutKey(
  { renamings, detection }: Pick<VaultPorts, 'renamings' | 'detection'>,
  { key, current }: Pick<KeyWithVersions, 'key' | 'current'>,
): string {
  const before = renamings.before(key.id, key.name);
  const lines = [questionLine(key.name), aboutValue(detection, key.provider, current)];
  if (before !== null) lines.push('Renamed less than a minute ago. Before, its name was:', questionLine(before));
  return lines.join('\n');
}

/** "OpenAI · ends in 3f9A · current since 12 November 2026 at 14:05" */
export function aboutValue(
  detection: Pick<Detection, 'list'>,
  provider: string,
  { last4, currentSince }: Pick<VersionRecord, 'last4' | 'currentSince'>,
): string {
  const known = detection.list().find(({ id }) => id === provider)?.name ?? 'No provider';
  const end = last4 === null ? 'too short to show its end' : `ends in ${last4}`;
  return `${known} · ${end} · current since ${formatMoment(currentSince)}`;
}

/** Whether the answer to a question still counts: the key has the value that was asked about. */
export function isStillAsked(asked: KeyWithVersions, now: KeyWithVersions): boolean {
  return asked.current.number === now.current.number && asked.current.fingerprint === now.current.fingerprint;
}
