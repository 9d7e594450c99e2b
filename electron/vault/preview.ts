import { findKey } from './key-view.ts';
import type { FileSnapshot, GitState, Ports } from './ports.ts';
import { findTarget } from './projects.ts';
import type { BindingRecord, ProjectRecord, TargetRecord, VersionRecord } from './records.ts';

export interface Change {
  readonly envVar: string;
  readonly kind: 'added' | 'changed' | 'kept' | 'removed';
  /** What the line will hold; null for a line that goes. */
  readonly version: VersionRecord | null;
}

/** What an export would do to a target's file, as found at one moment. */
export interface Plan {
  readonly target: TargetRecord;
  readonly project: ProjectRecord;
  readonly snapshot: FileSnapshot;
  readonly changes: readonly Change[];
  /** Unbound, and their line isn't ours any more: forgotten with the next export. */
  readonly forgotten: readonly string[];
  readonly notOurs: readonly string[];
  readonly git: GitState;
  /** Whether every line it touches is one that Clavis wrote and nobody changed since. */
  readonly touchesOnlyOurs: boolean;
  /** Same text, same plan: tells whether anything moved since it was shown. */
  readonly identity: string;
}

interface Judged {
  readonly change: Change | null;
  /** The line there now is the one that Clavis wrote. */
  readonly ours: boolean;
}

/** @throws TARGET_UNKNOWN, FOLDER_GONE, the TARGET_* errors, KEYCHAIN_* */
export async function planExport(ports: Ports, targetId: string): Promise<Plan> {
  const { store, files, git, envDocuments, fingerprints } = ports;
  const { target, project } = findTarget(store, targetId);
  const snapshot = await files.read(project.root, target.file);
  const present = envDocuments.read(snapshot.bytes ?? new Uint8Array(), target.dialect, target.file);
  const bindings = store.bindings.ofTarget(targetId);

  async function judge(binding: BindingRecord): Promise<Judged> {
    const { envVar, keyId, exported } = binding;
    const value = present.get(envVar);
    const found = value === undefined || value === null ? null : await fingerprints.of(value);
    const ours = found !== null && found === exported;
    if (keyId === null) return { change: ours ? { envVar, kind: 'removed', version: null } : null, ours };
    const version = findKey(store, keyId).current;
    const kind = value === undefined ? 'added' : found === version.fingerprint ? 'kept' : 'changed';
    return { change: { envVar, kind, version }, ours };
  }

  const live = bindings.filter(({ keyId }) => keyId === null || store.keys.find(keyId)?.key.deletedAt === null);
  const judged = await Promise.all(live.map(judge));
  const changes = judged.flatMap(({ change }) => (change === null ? [] : [change]));
  const bound = new Set(bindings.map(({ envVar }) => envVar));
  return {
    target,
    project,
    snapshot,
    changes,
    forgotten: live.filter((_, index) => judged[index]?.change === null).map(({ envVar }) => envVar),
    notOurs: [...present.keys()].filter((name) => !bound.has(name)),
    git: await git.stateOf(project.root, target.file),
    touchesOnlyOurs: judged.every(({ change, ours }) => change === null || change.kind === 'kept' || ours),
    identity: JSON.stringify([
      snapshot.stamp,
      changes.map(({ envVar, kind, version }) => [envVar, kind, version?.keyId, version?.fingerprint]),
    ]),
  };
}
