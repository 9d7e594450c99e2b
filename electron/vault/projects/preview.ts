import type { GitState, Ports } from '../ports.ts';
import type { ProjectRecord, TargetRecord, VersionRecord } from '../records.ts';
import { type ComparedVariable, type Comparison, compareTarget } from './compare.ts';

export interface Change {
  readonly envVar: string;
  readonly kind: 'added' | 'changed' | 'kept' | 'removed';
  /** What the line will hold; null for a line that goes. */
  readonly version: VersionRecord | null;
  /** The line there now is one that an export wrote without the vault's knowing. */
  readonly isCutOff: boolean;
}

/** Whether git lets a value be written there, or the person said that it has no say. */
export type TargetGitState = GitState | { readonly kind: 'safe'; readonly why: 'outside-git' };

/** What an export would do to a target's file. */
export interface Plan extends Omit<Comparison, 'variables'> {
  readonly changes: readonly Change[];
  /** Unbound, and their line isn't ours any more: forgotten with the next export. */
  readonly forgotten: readonly string[];
  readonly git: TargetGitState;
  /** Whether every line it touches is one that Clavis wrote and nobody changed since. */
  readonly touchesOnlyOurs: boolean;
  /** Same text, same plan: tells whether anything moved since it was shown. */
  readonly identity: string;
}

function changeOf({ binding, version, present, isCurrent, isCutOff, ours }: ComparedVariable): Change | null {
  const { envVar } = binding;
  if (version === null) return ours ? { envVar, kind: 'removed', version, isCutOff } : null;
  if (!present) return { envVar, kind: 'added', version, isCutOff };
  return { envVar, kind: isCurrent ? 'kept' : 'changed', version, isCutOff };
}

export function isWritten({ kind }: Change): boolean {
  return kind === 'added' || kind === 'changed';
}

/** @throws what `compareTarget` throws */
export async function planExport(ports: Ports, targetId: string): Promise<Plan> {
  const { variables, ...compared } = await compareTarget(ports, targetId);
  const { target, project, snapshot } = compared;
  const judged = variables.map((variable) => ({ variable, change: changeOf(variable) }));
  const changes = judged.flatMap(({ change }) => (change === null ? [] : [change]));
  return {
    ...compared,
    changes,
    forgotten: judged.flatMap(({ variable, change }) => (change === null ? [variable.binding.envVar] : [])),
    git: await gitStateOf(ports, project, target),
    touchesOnlyOurs: judged.every(({ variable, change }) => change === null || change.kind === 'kept' || variable.ours),
    identity: JSON.stringify([
      snapshot.stamp,
      changes.map(({ envVar, kind, version }) => [envVar, kind, version?.keyId, version?.fingerprint]),
    ]),
  };
}

/** A tracked file stays refused, whatever was said of it. */
export async function gitStateOf(
  { git }: Pick<Ports, 'git'>,
  { root }: ProjectRecord,
  { file, outsideGit }: TargetRecord,
): Promise<TargetGitState> {
  const state = await git.stateOf(root, file);
  const isSettled = outsideGit && (state.kind === 'exposed' || state.kind === 'unknown');
  return isSettled ? { kind: 'safe', why: 'outside-git' } : state;
}
