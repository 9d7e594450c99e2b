import { vaultError } from '../errors.ts';
import type { KeyedSequencer } from '../keyed-sequencer.ts';
import type { Rotation } from '../keys/rotation.ts';
import { accountOf } from '../keys/value-store.ts';
import { isInGrace } from '../keys/versions.ts';
import type { VersionRecord } from '../records.ts';
import type { Secret } from '../secret.ts';
import type { VaultPorts } from '../vault-ports.ts';
import type { ValueThere } from './compare.ts';
import { findTarget } from './projects.ts';
import { notAgreedYet } from './review.ts';
import type { PlannedFile, ShownChange } from './write-plan.ts';

/** A line that somebody changed by hand, to a value that its key could have. */
export interface TakeableChange extends ShownChange {
  readonly version: VersionRecord;
  readonly there: ValueThere & { readonly fingerprint: string };
}

/** Whether the file's value can become the key's: Clavis did not write it, and a key could hold it as it is. */
export function isTakeable(change: ShownChange): change is TakeableChange {
  const { kind, version, there } = change;
  return kind === 'changed' && version !== null && there !== null && there.fingerprint !== null;
}

export interface Taking {
  /**
   * Makes the value in the file, which is read again, its key's current one, and the line Clavis' own.
   * @throws TARGET_CHANGED, PREVIEW_UNKNOWN where it is not what the person saw; VALUE_*, COMPARED_TOO_MUCH, KEYCHAIN_*
   */
  take(file: PlannedFile, change: TakeableChange): Promise<void>;
}

const noBytes = new Uint8Array();

/** Takes values from files into the vault, for one answer of a person. */
export function createTaking(
  ports: VaultPorts,
  inSequence: KeyedSequencer,
  rotation: Pick<Rotation, 'take'>,
  erasable: ReadonlyMap<string, number | null>,
): Taking {
  const { store, files, envDocuments, fingerprints, clock } = ports;
  /** By key: the version that this answer made, for a further file that holds the same value. */
  const made = new Map<string, VersionRecord>();

  async function readAgain(
    { target, project, stamp }: PlannedFile,
    { envVar, there }: TakeableChange,
  ): Promise<Secret> {
    const changed = vaultError('TARGET_CHANGED', { file: target.file });
    const snapshot = await files.read(project.root, target.file);
    if (snapshot.stamp !== stamp) throw changed;
    const content = await envDocuments.read(snapshot.bytes ?? noBytes, target);
    const value = content.valueOf(envVar);
    if (value === null || (await fingerprints.of(value, there.fingerprint)) !== there.fingerprint) throw changed;
    return value;
  }

  /** The line holds the key's value from now on. Another one comes into it when the person agrees to that. */
  function adopt(targetId: string, envVar: string, version: VersionRecord): void {
    const binding = store.bindings.find(targetId, envVar);
    if (binding?.keyId !== version.keyId) throw vaultError('PREVIEW_UNKNOWN');
    const { fingerprint } = version;
    const line = { exported: fingerprint, exportedAt: clock.now(), exportedFor: accountOf(version), writing: null };
    store.bindings.put({ ...binding, ...line, adoptedFor: notAgreedYet });
  }

  return {
    take: (file, change) =>
      inSequence(`target:${file.target.id}`, async () => {
        const { envVar, version } = change;
        const { target, project } = findTarget(store, file.target.id);
        const value = await readAgain(file, change);
        const before = made.get(version.keyId);
        if (before !== undefined) {
          store.commit(() => adopt(target.id, envVar, before));
          ports.changes.projects([project.id]);
          return;
        }
        await rotation.take({
          value,
          replaces: version,
          agreed: erasable.get(version.keyId) ?? null,
          detail: `${envVar} from ${project.name}/${target.file}`,
          alsoCommit(current) {
            adopt(target.id, envVar, current);
            made.set(current.keyId, current);
          },
        });
      }),
  };
}

/** Of each of these keys the previous version that a take erases, as the person is told; null where none is. */
export function erasableNow(
  { store, trustedTime }: Pick<VaultPorts, 'store' | 'trustedTime'>,
  changes: readonly TakeableChange[],
): Map<string, number | null> {
  const keyIds = changes.map(({ version }) => version.keyId);
  return new Map(
    keyIds.map((keyId) => {
      const previous = store.keys.find(keyId)?.previous ?? null;
      return [keyId, previous !== null && isInGrace(previous, trustedTime) ? previous.number : null];
    }),
  );
}
