import { findKey } from './key-view.ts';
import type { FileSnapshot, Ports } from './ports.ts';
import { findTarget } from './projects.ts';
import type { BindingRecord, ProjectRecord, TargetRecord, VersionRecord } from './records.ts';

/** One binding beside the line that its file has now. */
export interface ComparedVariable {
  readonly binding: BindingRecord;
  /** What the vault would write; null for a line that is to go. */
  readonly version: VersionRecord | null;
  /** Whether the file has the variable at all. */
  readonly present: boolean;
  /** Keyed hash of the value there; null where there is none, or only a running shell could tell. */
  readonly found: string | null;
  /** The line there now is the one that Clavis wrote. */
  readonly ours: boolean;
}

/** A target's file beside the vault, as found at one moment. */
export interface Comparison {
  readonly target: TargetRecord;
  readonly project: ProjectRecord;
  readonly snapshot: FileSnapshot;
  readonly variables: readonly ComparedVariable[];
  /** Names in the file that no binding names. */
  readonly notOurs: readonly string[];
  readonly shadowed: readonly string[];
}

const noBytes = new Uint8Array();

/** @throws TARGET_UNKNOWN, FOLDER_GONE, the TARGET_* errors of reading, KEYCHAIN_* */
export async function compareTarget(ports: Ports, targetId: string): Promise<Comparison> {
  const { store, files, envDocuments, fingerprints } = ports;
  const { target, project } = findTarget(store, targetId);
  const snapshot = await files.read(project.root, target.file);
  const { values, shadowed } = envDocuments.read(snapshot.bytes ?? noBytes, target);
  const bindings = store.bindings.ofTarget(targetId);

  async function compare(binding: BindingRecord): Promise<ComparedVariable> {
    const { envVar, keyId, exported } = binding;
    const value = values.get(envVar);
    const found = value === undefined || value === null ? null : await fingerprints.of(value);
    return {
      binding,
      version: keyId === null ? null : findKey(store, keyId).current,
      present: value !== undefined,
      found,
      ours: found !== null && found === exported,
    };
  }

  // A key whose deletion can still be undone is left as it is until that is over.
  const live = bindings.filter(({ keyId }) => keyId === null || store.keys.find(keyId)?.key.deletedAt === null);
  const bound = new Set(bindings.map(({ envVar }) => envVar));
  return {
    target,
    project,
    snapshot,
    variables: await Promise.all(live.map(compare)),
    notOurs: [...values.keys()].filter((name) => !bound.has(name)),
    shadowed,
  };
}
