import { vaultError } from '../errors.ts';
import { accountOf } from '../keys/value-store.ts';
import { putBinding } from '../put-binding.ts';
import type { BindingRecord, KeyRecord, ProjectRecord, TargetRecord } from '../records.ts';
import type { Store } from '../store-port.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { boundVersions, isInTrash } from './bound-versions.ts';
import { compareTarget } from './compare.ts';
import { type Change, isWritten, type Plan } from './preview.ts';
import { findTarget } from './projects.ts';
import { notAgreedYet } from './review.ts';

/**
 * What the vault remembers of the lines it writes. A file and the database can't be committed at once: a line's hash is
 * kept before its file is written (`writing`), and counts (`exported`) when that is done. So a crash between the two leaves
 * no line that nobody knows (invariant 4), and none becomes ours that the file doesn't prove to be (invariant 5).
 */
export interface WrittenLines {
  /** On the disk when it resolves. @throws PREVIEW_UNKNOWN, TARGET_UNKNOWN where what is bound changed since the plan */
  begin(plan: Plan, commit: Store['commitSoon']): Promise<void>;
  /** The file holds what was planned. */
  finish(plan: Plan, commit: Store['commitSoon']): Promise<void>;
  /** The write failed: its lines are ours only where the file holds these very bytes all the same. */
  takeBack(plan: Plan, bytes: Uint8Array): Promise<void>;
  /** Targets whose last export was cut off, or is under way. */
  unfinished(): string[];
  /** Asks the file whether what was cut off had been written. Only in line with the target's exports. */
  reconcile(targetId: string): Promise<void>;
}

/** A file, and whose. */
interface Written {
  readonly target: TargetRecord;
  readonly project: ProjectRecord;
}

function areSame(bytes: Uint8Array | null, others: Uint8Array): boolean {
  return bytes?.length === others.length && bytes.every((byte, at) => byte === others[at]);
}

/** For which key the person agreed that the line is written over; null: Clavis made it. */
function adoptedAfter({ kind, adopts, version }: Change, { adoptedFor }: BindingRecord): string | null {
  if (kind === 'added') return null;
  // A line that stays as it is was not asked about.
  if (kind === 'kept') return adoptedFor ?? (adopts ? notAgreedYet : null);
  return adopts ? (version?.keyId ?? null) : adoptedFor;
}

export function createWrittenLines(ports: VaultPorts): WrittenLines {
  const { store, clock, changes: changeEvents } = ports;

  function bindingsOf(targetId: string): Map<string, BindingRecord> {
    return new Map(store.bindings.ofTarget(targetId).map((binding) => [binding.envVar, binding]));
  }

  /** The binding's own key, where it has the value that was written: another one may have the same by chance. */
  function keyOf({ keyId }: BindingRecord, fingerprint: string): KeyRecord | null {
    if (keyId === null) return null;
    const isItsValue = store.versions.ofFingerprint(fingerprint).some((version) => version.keyId === keyId);
    return isItsValue ? (store.keys.find(keyId)?.key ?? null) : null;
  }

  function log(at: number, envVar: string, key: Pick<KeyRecord, 'id' | 'name'> | null, written: Written): void {
    const detail = `${envVar} in ${written.project.name}/${written.target.file}`;
    const subject = key?.name ?? envVar;
    store.activity.append({ at, kind: 'exported', keyId: key?.id ?? null, subject, detail });
  }

  return {
    begin({ target, changes, snapshot: { path } }, commit) {
      return commit(() => {
        findTarget(store, target.id);
        store.writtenFiles.add(path);
        const bindings = bindingsOf(target.id);
        const versions = boundVersions(store, target.id);
        for (const change of changes) {
          const { envVar, version, isCutOff } = change;
          const binding = bindings.get(envVar);
          if (binding === undefined || binding.keyId !== (version?.keyId ?? null)) throw vaultError('PREVIEW_UNKNOWN');
          // Deleted while its value was read.
          if (isInTrash(binding, versions)) throw vaultError('PREVIEW_UNKNOWN');
          if (version === null || !isWritten(change)) continue;
          // Until this is written, the file may hold what an earlier export wrote and was cut off at.
          const [exported, exportedFor] = isCutOff ? [binding.writing, null] : [binding.exported, binding.exportedFor];
          // From here on, for a crash, or a write that fails, must not make the person's line one that Clavis added.
          const adoptedFor = binding.adoptedFor ?? (change.adopts ? notAgreedYet : null);
          store.bindings.put({ ...binding, exported, exportedFor, writing: version.fingerprint, adoptedFor });
        }
      });
    },

    async finish({ target, project, changes, forgotten }, commit) {
      const now = clock.now();
      const used: string[] = [];
      await commit(() => {
        // What was unbound, bound again or unlinked while the file was written stays so.
        const bindings = bindingsOf(target.id);
        for (const change of changes) {
          const { envVar, kind, version, isCutOff } = change;
          const binding = bindings.get(envVar);
          if (version === null) {
            if (binding?.keyId === null) store.bindings.remove(target.id, envVar);
            continue;
          }
          if (binding === undefined) continue;
          const { keyId, fingerprint } = version;
          const adoptedFor = adoptedAfter(change, binding);
          // A line that was as it should be is neither written nor used.
          const isNew = kind !== 'kept' || isCutOff || binding.exported !== fingerprint;
          const exportedAt = isNew ? now : binding.exportedAt;
          const written = { exported: fingerprint, exportedAt, exportedFor: accountOf(version), writing: null };
          store.bindings.put({ ...binding, ...written, adoptedFor });
          if (!isNew || binding.keyId !== keyId) continue;
          const name = store.keys.noteUse(keyId, now);
          if (name === null) continue;
          used.push(keyId);
          // Of a line whose export was cut off nobody was told yet.
          if (kind !== 'kept' || isCutOff) log(now, envVar, { id: keyId, name }, { target, project });
        }
        for (const envVar of forgotten) {
          if (bindings.get(envVar)?.keyId === null) store.bindings.remove(target.id, envVar);
        }
      });
      changeEvents.projects([project.id]);
      changeEvents.keys(used);
    },

    async takeBack({ target, project, changes }, bytes) {
      const { bytes: now } = await ports.files.read(project.root, target.file);
      if (areSame(now, bytes)) return;
      store.commit(() => {
        const bindings = bindingsOf(target.id);
        for (const change of changes.filter(isWritten)) {
          const binding = bindings.get(change.envVar);
          if (binding !== undefined) putBinding(store, { ...binding, writing: null });
        }
      });
    },

    unfinished() {
      const targets = store.projects.all().flatMap(({ id }) => store.targets.ofProject(id));
      return targets
        .map(({ id }) => id)
        .filter((id) => store.bindings.ofTarget(id).some(({ writing }) => writing !== null));
    },

    async reconcile(targetId) {
      if (store.bindings.ofTarget(targetId).every(({ writing }) => writing === null)) return;
      const { target, project, variables } = await compareTarget(ports, targetId);
      const now = clock.now();
      const reconcileLine = (line: BindingRecord, isCutOff: boolean): void => {
        if (line.writing === null) return;
        const done = isCutOff ? { exported: line.writing, exportedAt: now, exportedFor: null } : {};
        putBinding(store, { ...line, ...done, writing: null });
        if (isCutOff) log(now, line.envVar, keyOf(line, line.writing), { target, project });
      };
      store.commit(() => {
        const bindings = bindingsOf(targetId);
        for (const { binding, isCutOff, present } of variables) {
          const current = bindings.get(binding.envVar);
          // Its line was to go, and did.
          if (current?.keyId === null && !present) store.bindings.remove(targetId, binding.envVar);
          else if (current !== undefined) reconcileLine(current, isCutOff);
        }
      });
      changeEvents.projects([project.id]);
    },
  };
}
