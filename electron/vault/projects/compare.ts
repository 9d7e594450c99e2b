import { findKey, lookForKey } from '../keys/key-view.ts';
import type { FileSnapshot, Ports } from '../ports.ts';
import type { BindingRecord, ProjectRecord, TargetRecord, VersionRecord } from '../records.ts';
import { findTarget } from './projects.ts';
import { shownNames } from './shown-names.ts';

/** One binding beside the line that its file has now. */
export interface ComparedVariable {
  readonly binding: BindingRecord;
  /** What the vault would write; null for a line that is to go. */
  readonly version: VersionRecord | null;
  /** Whether the file has the variable at all. */
  readonly present: boolean;
  /** It holds what the vault would write. */
  readonly isCurrent: boolean;
  /** It holds what an export was about to write, of which the vault doesn't know yet that it did. */
  readonly isCutOff: boolean;
  /** The line there now holds what Clavis wrote or imported. Never so where only a running shell could tell its value. */
  readonly ours: boolean;
  /** Whether several lines define it. */
  readonly isRepeated: boolean;
}

/** A target's file beside the vault, as found at one moment. */
export interface Comparison {
  readonly target: TargetRecord;
  readonly project: ProjectRecord;
  readonly snapshot: FileSnapshot;
  readonly variables: readonly ComparedVariable[];
  /** Names in the file that no binding names, as far as they may be shown. */
  readonly notOurs: readonly string[];
  readonly shadowed: readonly string[];
  /** How many names of the file are not shown. */
  readonly hidden: number;
}

const noBytes = new Uint8Array();

/** @throws TARGET_UNKNOWN, FOLDER_GONE, the TARGET_* errors of reading, KEYCHAIN_* */
export async function compareTarget(ports: Ports, targetId: string): Promise<Comparison> {
  const { store, files, envDocuments, fingerprints, providers } = ports;
  const { target, project } = findTarget(store, targetId);
  const snapshot = await files.read(project.root, target.file);
  const content = await envDocuments.read(snapshot.bytes ?? noBytes, target);
  const { names, hidden } = shownNames(content, providers);
  const bindings = store.bindings.ofTarget(targetId);

  async function holds(envVar: string, hash: string | null | undefined): Promise<boolean> {
    const value = content.valueOf(envVar);
    if (value === null || hash === null || hash === undefined) return false;
    return (await fingerprints.of(value, hash)) === hash;
  }

  async function compare(binding: BindingRecord): Promise<ComparedVariable> {
    const { envVar, keyId, exported, writing } = binding;
    const version = keyId === null ? null : findKey(store, keyId).current;
    const [isCurrent, isExported, isCutOff] = await Promise.all([
      holds(envVar, version?.fingerprint),
      holds(envVar, exported),
      holds(envVar, writing),
    ]);
    const [present, isRepeated] = [content.has(envVar), content.isRepeated(envVar)];
    return { binding, version, present, isRepeated, isCurrent, isCutOff, ours: isExported || isCutOff };
  }

  // A key whose deletion can still be undone is left as it is until that is over.
  const live = bindings.filter(({ keyId }) => keyId === null || lookForKey(store, keyId) !== null);
  const shown = new Set(names);
  const bound = new Set(bindings.map(({ envVar }) => envVar));
  return {
    target,
    project,
    snapshot,
    variables: await Promise.all(live.map(compare)),
    notOurs: names.filter((name) => !bound.has(name)),
    shadowed: content.shadowed.filter((name) => shown.has(name)),
    hidden,
  };
}
