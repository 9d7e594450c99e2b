import { type DiagnosticArea, EventFailure } from './diagnostics.ts';
import { isVaultError } from './errors.ts';
import type { KeyedSequencer } from './keyed-sequencer.ts';
import { eraseValues } from './keys/erasure.ts';
import type { Labels } from './keys/labels.ts';
import type { Leases } from './keys/leases.ts';
import type { RawValues } from './keys/raw-values.ts';
import type { Rotation } from './keys/rotation.ts';
import { createUnseenValues } from './keys/unseen-values.ts';
import { reconcileIntent } from './keys/value-store.ts';
import type { MoveGate } from './moving/move-gate.ts';
import type { MoveRemains } from './moving/move-remains.ts';
import type { Exporting } from './projects/exporting.ts';
import type { ValueRef } from './records.ts';
import type { Trash } from './trash/trash.ts';
import type { VaultPorts } from './vault-ports.ts';

/**
 * Repairs what a crash left between keychain, files and database, and does what fell due meanwhile (invariant 4). Each part
 * is tried for itself; what fails (a locked keychain) is reported, and tried again at the next call. Returns the errors.
 */
export function createReconcile(
  ports: VaultPorts,
  inSequence: KeyedSequencer,
  leases: Leases,
  rotation: Rotation,
  trash: Trash,
  exporting: Exporting,
  {
    labels,
    rawValues,
    gate,
    remains,
  }: {
    labels: Pick<Labels, 'catchUp'>;
    rawValues: Pick<RawValues, 'check'>;
    gate: Pick<MoveGate, 'isMoving'>;
    remains: Pick<MoveRemains, 'remove'>;
  },
) {
  const { store, diagnostics, waitingValues } = ports;
  const unseenValues = createUnseenValues(ports);
  // Only what an earlier run left, and what failed in this one: other intents and leases belong to work under way.
  const leftIntents = store.intents.all();
  const leftLease = store.lease.get();

  const isSame = (one: ValueRef, other: ValueRef): boolean => one.keyId === other.keyId && one.number === other.number;

  /** Intents that nobody works on any more. */
  function abandoned(): ValueRef[] {
    return store.intents.all().filter((ref) => waitingValues.has(ref) || leftIntents.some((one) => isSame(one, ref)));
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
          else diagnostics.report('leftovers', new EventFailure('LEFTOVER_STAYS'), [target.id]);
        } catch (error) {
          // A folder that is gone, as on a disk that is not mounted, may be back the next time.
          diagnostics.report('leftovers', error, [target.id]);
        }
      }
    }
  }

  /** In line with what else changes the key's values: its next one may get the same number. */
  function endIntent(ref: ValueRef): Promise<void> {
    return inSequence(ref.keyId, async () => {
      if (!abandoned().some((one) => isSame(one, ref))) return;
      try {
        await reconcileIntent(ports, ref);
        waitingValues.note([ref], []);
      } catch (error) {
        waitingValues.note([ref], [ref]);
        throw error;
      }
    });
  }

  return async function reconcile(): Promise<unknown[]> {
    // It would be refused, part by part: what it would change is on its way.
    if (gate.isMoving()) return [];
    // Those without an area report for themselves what they can't do.
    const parts: (readonly [DiagnosticArea | null, () => Promise<unknown>, ids?: readonly string[]])[] = [
      ['clipboard', async () => (leftLease === null ? undefined : leases.endThis(leftLease))],
      ...abandoned().map((ref) => ['intents', () => endIntent(ref), [ref.keyId]] as const),
      [null, async () => eraseValues(ports, store.tombstones.all())],
      ['unseen-values', unseenValues.check],
      // What was kept last is looked for first: where a move lost one, that is still in the old place.
      ['moving', remains.remove],
      ['trusted-time', async () => ports.trustedTime.look()],
      ['trash', () => trash.endExpired()],
      ['graces', () => rotation.endGraces()],
      [null, () => exporting.reconcile()],
      ['leftovers', sweep],
      // Last, for they may go through the whole list.
      ['labels', () => labels.catchUp()],
      ['raw-values', () => rawValues.check()],
    ];
    const errors: unknown[] = [];
    const note = (area: DiagnosticArea | null, error: unknown, ids: readonly string[] = []): void => {
      if (area !== null) diagnostics.report(area, error, ids);
      errors.push(error);
    };
    try {
      await ports.fingerprints.probe();
    } catch (error) {
      note('keychain', error);
      // In another keychain nothing can be erased, and what is absent there is not gone.
      if (isVaultError(error, 'KEYCHAIN_OTHER')) return errors;
    }
    for (const [area, work, ids] of parts) {
      try {
        await work();
      } catch (error) {
        note(area, error, ids);
      }
    }
    return errors;
  };
}
