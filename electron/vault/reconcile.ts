import { isVaultError } from './errors.ts';
import type { Leases } from './keys/leases.ts';
import type { Rotation } from './keys/rotation.ts';
import { createUnseenValues } from './keys/unseen-values.ts';
import { eraseValues, reconcileIntent } from './keys/value-store.ts';
import type { Exporting } from './projects/exporting.ts';
import type { ValueRef } from './records.ts';
import type { Trash } from './trash/trash.ts';
import type { VaultPorts } from './vault-ports.ts';

/**
 * Repairs what a crash left between keychain, files and database, and does what fell due meanwhile (invariant 4). Each part
 * is tried for itself; what fails (a locked keychain) is tried again at the next call. Returns the errors.
 */
export function createReconcile(
  ports: VaultPorts,
  leases: Leases,
  rotation: Rotation,
  trash: Trash,
  exporting: Exporting,
) {
  const { store } = ports;
  const unseenValues = createUnseenValues(ports);
  // Only what an earlier run left: intents and leases made from now on belong to work under way.
  const leftIntents = store.intents.all();
  const leftLease = store.lease.get();

  function isLeft({ keyId, number }: ValueRef): boolean {
    return store.intents.all().some((ref) => ref.keyId === keyId && ref.number === number);
  }

  /** Targets next to which nothing is left of an earlier run. */
  const swept = new Set<string>();

  /** What a crash left next to an env file may hold values, and no `.gitignore` of the project knows its name. */
  async function sweep(): Promise<void> {
    for (const { id, root } of store.projects.all()) {
      for (const target of store.targets.ofProject(id)) {
        if (swept.has(target.id)) continue;
        try {
          if (await ports.files.removeLeftovers(root, target.file)) swept.add(target.id);
        } catch {
          // A folder that is gone, as on a disk that is not mounted, may be back the next time.
        }
      }
    }
  }

  return async function reconcile(): Promise<unknown[]> {
    const parts: (() => Promise<unknown>)[] = [
      async () => (leftLease === null ? undefined : leases.endThis(leftLease)),
      ...leftIntents.map((ref) => async () => (isLeft(ref) ? reconcileIntent(ports, ref) : undefined)),
      async () => eraseValues(ports, store.tombstones.all()),
      unseenValues.check,
      async () => ports.trustedTime.look(),
      () => trash.endExpired(),
      () => rotation.endGraces(),
      () => exporting.reconcile(),
      sweep,
    ];
    const errors: unknown[] = [];
    try {
      await ports.fingerprints.probe();
    } catch (error) {
      // In another keychain nothing can be erased, and what is absent there is not gone.
      if (isVaultError(error, 'KEYCHAIN_OTHER')) return [error];
      errors.push(error);
    }
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
