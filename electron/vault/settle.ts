import type { Deletion } from './deletion.ts';
import { eraseValues, settleIntent } from './kept-values.ts';
import type { Leases } from './leases.ts';
import type { Ports } from './ports.ts';
import type { Rotation } from './rotation.ts';
import { Secret } from './secret.ts';

/**
 * Repairs what a crash left between keychain and database, and does what fell due meanwhile (invariant 4). Each part
 * is tried for itself; what fails (a locked keychain) is tried again at the next call. Gives the errors.
 */
export function createSettle(ports: Ports, leases: Leases, rotation: Rotation, deletion: Deletion) {
  const { store } = ports;
  // Only what an earlier run left: intents and leases made from now on belong to work under way.
  const leftIntents = store.intents.all();
  const leftLease = store.lease.get();

  return async function settle(): Promise<unknown[]> {
    const pending = store.intents.all();
    const stillThere = leftIntents.filter((left) =>
      pending.some((ref) => ref.keyId === left.keyId && ref.number === left.number),
    );
    const parts: (() => Promise<unknown>)[] = [
      // Asked for nothing but its answer: whether the keychain is there, and open.
      () => ports.fingerprints.of(new Secret('')),
      async () => (leftLease === null ? undefined : leases.endThis(leftLease)),
      ...stillThere.map((ref) => () => settleIntent(ports, ref)),
      () => eraseValues(ports, store.tombstones.all()),
      () => deletion.finish('over'),
      () => rotation.endGraces(),
    ];
    const errors: unknown[] = [];
    for (const part of parts) {
      try {
        await part();
      } catch (error) {
        errors.push(error);
      }
    }
    return errors;
  };
}
