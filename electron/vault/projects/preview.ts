import { gitRefusal } from '../git-refusal.ts';
import { accountOf } from '../keys/value-store.ts';
import type { AssumedReader, EnvDocuments, FileSnapshot, Ports } from '../ports.ts';
import type { ProjectRecord, TargetRecord, VersionRecord } from '../records.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { type ComparedVariable, type Comparison, compareTarget, type ValueThere } from './compare.ts';
import { type DriftState, stateOf } from './drift.ts';
import { askGitAlone, type TargetGitState } from './git-answers.ts';
import { findTarget } from './projects.ts';
import { type ReviewReason, reviewReason } from './review.ts';

export interface Change {
  readonly envVar: string;
  readonly kind: 'added' | 'changed' | 'kept' | 'removed';
  /** What the line will hold; null for a line that goes. */
  readonly version: VersionRecord | null;
  /** The line there now is one that an export wrote without the vault's knowing. */
  readonly isCutOff: boolean;
  /** Whether the file's line was there before Clavis wrote to it. */
  readonly adopts: boolean;
  /** Why the person is asked before it is written; null: it is not. */
  readonly review: ReviewReason | null;
  /** Its value was read, and some programs could run parts of it. */
  readonly couldRun: boolean;
  /** Its value was read, and these readers of the file would take another one. */
  readonly misreadBy: readonly string[];
  /** Several lines define the variable, and each of them gets the value. */
  readonly isRepeated: boolean;
  /** How the line compares with the vault. */
  readonly state: DriftState;
  /** Whether the file has the line, and its value as far as it is told. */
  readonly present: boolean;
  readonly there: ValueThere | null;
}

/** What an export would do to a target's file. */
export interface Plan extends Omit<Comparison, 'variables'> {
  readonly changes: readonly Change[];
  /** Unbound, and their line isn't ours any more: forgotten with the next export. */
  readonly forgotten: readonly string[];
  readonly git: TargetGitState;
  /** By which programs a dotenv file is read, as far as the project tells. */
  readonly readers: readonly AssumedReader[];
  /** Same text, same plan: tells whether anything moved since it was shown. */
  readonly identity: string;
}

function kindOf({ version, present, isCurrent, ours }: ComparedVariable): Change['kind'] | null {
  if (version === null) return ours ? 'removed' : null;
  if (!present) return 'added';
  return isCurrent ? 'kept' : 'changed';
}

function changeOf(variable: ComparedVariable, judgeName: EnvDocuments['judgeName']): Change | null {
  const { binding, version, isCutOff, ours, present, isRepeated, there } = variable;
  const kind = kindOf(variable);
  const state = stateOf(variable);
  if (kind === null || state === null) return null;
  const adopts = kind !== 'added' && (binding.adoptedFor !== null || !ours);
  const review = reviewReason(binding, { ...variable, kind }, judgeName);
  const unread = { couldRun: false, misreadBy: [] };
  return {
    envVar: binding.envVar,
    kind,
    version,
    isCutOff,
    adopts,
    review,
    ...unread,
    isRepeated,
    state,
    present,
    there,
  };
}

/**
 * Same text, same plan. What only the values tell is of no account: they are read after a plan is made. A version goes by its
 * number: by its value alone the plan would tell whether a key was rotated to the value that it had.
 */
export function identityOf({ stamp }: FileSnapshot, changes: readonly Change[]): string {
  const lines = changes.map(({ envVar, kind, version, review }) => {
    return [envVar, kind, version && accountOf(version), version?.fingerprint, review === 'value' ? null : review];
  });
  return JSON.stringify([stamp, lines]);
}

export function isWritten({ kind }: Change): boolean {
  return kind === 'added' || kind === 'changed';
}

/** @throws TARGET_TRACKED, TARGET_NOT_IGNORED, TARGET_IN_OTHER_SYSTEM, GIT_FAILED */
export function refuseWhatGitWouldCommit({ git, target: { file } }: Pick<Plan, 'git' | 'target'>): void {
  if (git.kind !== 'safe') throw gitRefusal(git, file);
}

/** `askGit`: where the act is about more files than this one. @throws what `compareTarget` throws */
export async function planExport(ports: VaultPorts, targetId: string, askGit = askGitAlone(ports)): Promise<Plan> {
  // Before the file is read: git may take its time, and what was read would wait for it in memory.
  const asked = findTarget(ports.store, targetId);
  const [git, readers] = await Promise.all([askGit(asked), readersOf(ports, asked.project, asked.target)]);
  const { variables, ...compared } = await compareTarget(ports, targetId);
  const { snapshot } = compared;
  const judged = variables.map((variable) => ({ variable, change: changeOf(variable, ports.envDocuments.judgeName) }));
  const changes = judged.flatMap(({ change }) => (change === null ? [] : [change]));
  return {
    ...compared,
    changes,
    forgotten: judged.flatMap(({ variable, change }) => (change === null ? [variable.binding.envVar] : [])),
    git,
    readers,
    identity: identityOf(snapshot, changes),
  };
}

/** Of a file in another format the format says it. */
async function readersOf(
  { envFileFinder }: Pick<Ports, 'envFileFinder'>,
  { root }: ProjectRecord,
  { file, dialect }: TargetRecord,
): Promise<AssumedReader[]> {
  return dialect === 'dotenv' ? envFileFinder.readers(root, file) : [];
}
