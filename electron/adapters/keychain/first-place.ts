import type { ValuePlace } from '../../vault/records.ts';
import type { Store } from '../../vault/store-port.ts';
import { stampOf } from './passphrase-vault/file.ts';

/**
 * Where the vault's values are. A database that was in use before that was written down says nothing, once: as the versions until
 * then did at each start, this takes the passphrase vault where its file is there. That is safe: whoever could put a file there
 * for this start could do so before every earlier one, and was met by the same question for its passphrase; and where a file that
 * was chosen is gone by now, the keychain has no fingerprint key of this vault, so that nothing is read or written there before
 * the person was asked. After a repair of the database it is looked up again, for its copy may be older than the last move.
 */
export function placeAtStart(row: Store['valuePlace'], file: string): ValuePlace {
  const known = row.get();
  if (known !== null) return known.place;
  const place = stampOf(file) === null ? 'keychain' : 'passphrase';
  row.set({ place, work: null, fileId: null });
  return place;
}
