import type { AskedKey, AskedValue } from '../consent-question.ts';
import type { Detection } from '../detection-port.ts';
import type { KeyWithVersions, VersionRecord } from '../records.ts';
import { questionLine } from '../shown-text.ts';
import type { VaultPorts } from '../vault-ports.ts';

/**
 * What a question says of the key that it is about: its name; its provider, what its value ends in and since when it is the
 * current one, which no page can choose together; and its name before, where that was changed in the last minute.
 */
export function askedKey(
  { renamings, detection }: Pick<VaultPorts, 'renamings' | 'detection'>,
  { key, current }: Pick<KeyWithVersions, 'key' | 'current'>,
): AskedKey {
  const before = renamings.before(key.id, key.name);
  return {
    name: questionLine(key.name),
    ...askedValue(detection, key.provider, current),
    before: before === null ? null : questionLine(before),
  };
}

export function askedValue(
  detection: Pick<Detection, 'list'>,
  provider: string,
  { last4, currentSince }: Pick<VersionRecord, 'last4' | 'currentSince'>,
): AskedValue {
  const known = detection.list().find(({ id }) => id === provider);
  return { provider: known?.name ?? null, last4, currentSince };
}

/** Whether the answer to a question still counts: the key has the value that was asked about. */
export function isStillAsked(asked: KeyWithVersions, now: KeyWithVersions): boolean {
  return asked.current.number === now.current.number && asked.current.fingerprint === now.current.fingerprint;
}
