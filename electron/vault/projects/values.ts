import { accountOf, type ReadVersion, readVersions } from '../keys/value-store.ts';
import { outcomeOf, unwrap } from '../outcome.ts';
import type { Outcome } from '../ports.ts';
import type { VersionRecord } from '../records.ts';
import type { VaultPorts } from '../vault-ports.ts';

/** The values that one act writes, each read once. */
export interface Values {
  /** These will be asked for: those that were not read yet come in one go. */
  prepare(versions: readonly VersionRecord[]): void;
  /** A version's value, and the version as it is kept from now on. @throws VALUE_MISSING, KEYCHAIN_* */
  of(version: VersionRecord): Promise<ReadVersion>;
}

/** No value is kept longer than `act` takes. */
export async function withValues<T>(ports: VaultPorts, act: (values: Values) => Promise<T>): Promise<T> {
  const reading = new Map<string, Promise<Outcome<ReadVersion>>>();

  function prepare(versions: readonly VersionRecord[]): void {
    const wanted = new Map(versions.map((version) => [accountOf(version), version]));
    for (const account of reading.keys()) wanted.delete(account);
    if (wanted.size === 0) return;
    const batch = outcomeOf(readVersions(ports, [...wanted.values()]));
    for (const account of wanted.keys())
      reading.set(
        account,
        batch.then((read) => outcomeIn(read, account)),
      );
  }

  try {
    return await act({
      prepare,
      async of(version) {
        prepare([version]);
        const outcome = await reading.get(accountOf(version));
        if (outcome === undefined) throw new TypeError('the act is over');
        return unwrap(outcome);
      },
    });
  } finally {
    reading.clear();
  }
}

function outcomeIn(read: Outcome<ReadonlyMap<string, Outcome<ReadVersion>>>, account: string): Outcome<ReadVersion> {
  return read.ok ? (read.value.get(account) ?? { ok: false, error: new TypeError('not read') }) : read;
}
