import { accountOf } from '../keys/value-store.ts';
import type { EnvContent, FileSnapshot } from '../ports.ts';
import type { BindingRecord, ProjectRecord, TargetRecord, VersionRecord } from '../records.ts';
import type { Secret } from '../secret.ts';
import { shownNames } from '../shown-names.ts';
import { fitValue, isGuessable, last4Of } from '../value.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { boundVersions, isInTrash } from './bound-versions.ts';
import { findTarget } from './projects.ts';
import { isWrittenVersion } from './written-version.ts';

/** One binding next to the line that its file has now. */
export interface ComparedVariable {
  readonly binding: BindingRecord;
  /** What the vault would write; null for a line that is to go. */
  readonly version: VersionRecord | null;
  /** Whether the file has the variable at all. */
  readonly present: boolean;
  /** It holds what the vault would write, in each of the lines that define it. */
  readonly isCurrent: boolean;
  /** It holds what an export was about to write, of which the vault doesn't know yet that it did. */
  readonly isCutOff: boolean;
  /** The line there now, and each other that defines it, holds what Clavis wrote or imported. Never so where only a running shell could tell its value. */
  readonly ours: boolean;
  /** Whether several lines define it. */
  readonly isRepeated: boolean;
  /** The value in the file; null where it has none, or only a running shell could tell. */
  readonly there: ValueThere | null;
}

/** What is told of a value in a file. */
export interface ValueThere {
  readonly last4: string | null;
  /** A reference says where the value is kept, a ciphertext is decrypted by who reads the file: neither is a key's value. */
  readonly holds: 'value' | 'reference' | 'ciphertext';
  /** Keyed hash, of a value that Clavis did not write and that a key could hold as it is; else null. */
  readonly fingerprint: string | null;
}

/** One of the lines that define a variable, and whether its value is one that Clavis wrote. */
interface Definition {
  readonly value: Secret;
  readonly isExported: boolean;
  readonly isCutOff: boolean;
  readonly isOurs: boolean;
}

/** Whether a line of ours holds what the vault would write now. `writing` is of an export that was cut off. */
function isLeftAsIs(binding: BindingRecord, version: VersionRecord, isExported: boolean): boolean {
  if (isExported) return isWrittenVersion(binding, version);
  return version.last4 !== null && binding.writing === version.fingerprint;
}

/** A target's file compared with the vault, as found at one moment. */
export interface Comparison {
  readonly target: TargetRecord;
  readonly project: ProjectRecord;
  readonly snapshot: FileSnapshot;
  /** What the snapshot's bytes hold. */
  readonly content: EnvContent;
  readonly variables: readonly ComparedVariable[];
  /** Names in the file that no binding names, as far as they may be shown. */
  readonly notOurs: readonly string[];
  readonly shadowed: readonly string[];
  /** Variables whose lines stay as they are, for their keys are in Trash. */
  readonly left: readonly string[];
  /** How many names of the file are not shown. */
  readonly hidden: number;
}

const noBytes = new Uint8Array();
/** A line that Clavis wrote holds a key's value. */
const ownLine = { kind: 'secret', isRefused: false } as const;

/** @throws COMPARED_TOO_MUCH, TARGET_UNKNOWN, FOLDER_GONE, the TARGET_* errors of reading, KEYCHAIN_* */
export async function compareTarget(ports: VaultPorts, targetId: string): Promise<Comparison> {
  const { store, files, envDocuments, fingerprints, detection } = ports;
  const { target, project } = findTarget(store, targetId);
  const snapshot = await files.read(project.root, target.file);
  const content = await envDocuments.read(snapshot.bytes ?? noBytes, target);
  const bindings = store.bindings.ofTarget(targetId);
  const bound = new Set(bindings.map(({ envVar }) => envVar));
  // Names that are bound are the vault's own, and shown already.
  const others = { names: content.names.filter((name) => !bound.has(name)), hidden: content.hidden };
  const { names: notOurs, hidden } = await shownNames(others, ports);
  const versions = boundVersions(store, targetId);

  /** What the answer tells of lines that Clavis did not write: each with the version that it was compared with. */
  const answers: string[] = [];

  async function hasHash(value: Secret, hash: string | null): Promise<boolean> {
    return hash !== null && (await fingerprints.of(value, hash)) === hash;
  }

  /** Whether a line that Clavis did not write holds the version's value. Of one that could be guessed nobody is told. */
  async function isTheSame(envVar: string, value: Secret, version: VersionRecord): Promise<boolean> {
    if (isGuessable(value) || version.last4 === null) return false;
    const found = await fingerprints.of(value, version.fingerprint);
    answers.push(JSON.stringify([targetId, envVar, found, accountOf(version)]));
    return found === version.fingerprint;
  }

  async function readDefinition({ exported, writing }: BindingRecord, value: Secret): Promise<Definition> {
    const [isExported, isCutOff] = await Promise.all([hasHash(value, exported), hasHash(value, writing)]);
    return { value, isExported, isCutOff, isOurs: isExported || isCutOff };
  }

  async function compare(binding: BindingRecord): Promise<ComparedVariable> {
    const { envVar, keyId } = binding;
    const version = keyId === null ? null : (versions.get(keyId)?.version ?? null);
    const value = content.valueOf(envVar);
    const line = { binding, version, present: content.has(envVar), isRepeated: content.isRepeated(envVar) };
    if (value === null) return { ...line, isCurrent: false, isCutOff: false, ours: false, there: null };
    const read = (one: Secret | null): Promise<Definition> | null =>
      one === null ? null : readDefinition(binding, one);
    const last = await readDefinition(binding, value);
    const earlier = await Promise.all(content.earlierOf(envVar).map(read));
    const isWritten = async (one: Definition | null, wanted: VersionRecord): Promise<boolean> => {
      if (one === null) return false;
      return one.isOurs ? isLeftAsIs(binding, wanted, one.isExported) : isTheSame(envVar, one.value, wanted);
    };
    const all = [last, ...earlier];
    const isCurrent =
      version !== null && (await Promise.all(all.map((one) => isWritten(one, version)))).every((is) => is);
    return {
      ...line,
      isCurrent,
      isCutOff: all.every((one) => one?.isCutOff === true),
      // Of a line that goes its last definition tells: the person is asked about the others all the same.
      ours: version === null ? last.isOurs : all.every((one) => one?.isOurs === true),
      there: await tellOf(envVar, last, earlier),
    };
  }

  /** Of the last definition; where that is ours and another is not, of that one: it is what the person has to look at. */
  async function tellOf(
    envVar: string,
    last: Definition,
    earlier: readonly (Definition | null)[],
  ): Promise<ValueThere | null> {
    const foreign = earlier.find((one) => one?.isOurs !== true);
    const shown = last.isOurs && foreign !== undefined ? foreign : last;
    if (shown === null) return null;
    const { value, isOurs } = shown;
    const { kind, isRefused } = isOurs
      ? ownLine
      : detection.detect(value, { name: envVar, file: target.file, from: 'file' });
    const holds = kind === 'reference' || kind === 'ciphertext' ? kind : 'value';
    // Of several values in a file none is the one.
    const isOne = earlier.every((one) => one?.value.reveal() === last.value.reveal());
    const isWhole = !isOurs && isOne && holds === 'value' && !isRefused;
    const fits = isWhole && fitValue(value, ports.valueLimit)?.reveal() === value.reveal();
    return { last4: last4Of(value), holds, fingerprint: fits ? await fingerprints.of(value) : null };
  }

  // The lines of a key in Trash stay as they are: it may be restored.
  const live = bindings.filter((binding) => !isInTrash(binding, versions));
  const shown = new Set([...notOurs, ...bound]);
  const variables: ComparedVariable[] = [];
  for (const binding of live) {
    await ports.takeTurn();
    variables.push(await compare(binding));
  }
  ports.guessLimiter.chargeNew(answers);
  return {
    target,
    project,
    snapshot,
    content,
    variables,
    notOurs,
    shadowed: content.shadowed.filter((name) => shown.has(name)),
    left: bindings.filter((one) => isInTrash(one, versions) && content.has(one.envVar)).map(({ envVar }) => envVar),
    hidden,
  };
}
