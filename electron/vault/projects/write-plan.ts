import type { ProjectRecord, TargetRecord, VersionRecord } from '../records.ts';
import type { Store } from '../store-port.ts';
import type { VaultPorts } from '../vault-ports.ts';
import type { WriteFile } from '../write-question.ts';
import { boundVersions } from './bound-versions.ts';
import { commitNow, type FileWrites } from './file-writes.ts';
import type { AskGit, TargetGitState } from './git-answers.ts';
import type { LeftLines } from './line-values.ts';
import { type Change, type Plan, planExport, refuseWhatGitWouldCommit } from './preview.ts';
import { findTarget } from './projects.ts';
import type { Values } from './values.ts';
import type { WrittenLines } from './written-lines.ts';
import { isWrittenVersion } from './written-version.ts';

/** Which lines of a file a write is about: those of one key, or all. */
export interface Scope {
  readonly keyId: string | null;
}

/** One of the files that an act is about, and what it asks together for all of them. */
interface FileInAct {
  readonly targetId: string;
  readonly scope: Scope;
  readonly askGit: AskGit;
  readonly values: Values;
}

/** A change that a person is shown: the line is not what the vault would write. */
export interface ShownChange extends Change {
  readonly kind: Exclude<Change['kind'], 'kept'>;
  readonly state: Exclude<Change['state'], 'same'>;
}

/** A line that a write would change. */
export interface PlannedLine {
  readonly change: ShownChange;
  /** Why it can't be written; null: it can be. */
  readonly error: unknown;
}

/** What a write would do to a file. It holds no value, nor any bytes of the file: a person may look at it for long. */
export interface PlannedFile {
  readonly target: TargetRecord;
  readonly project: ProjectRecord;
  /** Tells whether the file is still as it was; null where it could not be read. */
  readonly stamp: string | null;
  readonly exists: boolean;
  readonly git: WriteFile['git'];
  /** Why nothing of it can be written; null: it can be. */
  readonly error: unknown;
  readonly lines: readonly PlannedLine[];
}

/** The part of a plan that a write is about; lines that stay as they are are part of it where all lines are. */
export function narrow(plan: Plan, { keyId }: Scope): Plan {
  if (keyId === null) return plan;
  const changes = plan.changes.filter(({ kind, version }) => kind !== 'kept' && version?.keyId === keyId);
  return { ...plan, changes, forgotten: [] };
}

/** The same without the lines that a person did not choose. */
export function onlyChosen(plan: Plan, chosen: ReadonlySet<string>): Plan {
  return { ...plan, changes: plan.changes.filter(({ kind, envVar }) => kind === 'kept' || chosen.has(envVar)) };
}

/** The answer of git in one word: where a file is safe, why. */
export function gitOf(git: TargetGitState): WriteFile['git'] {
  return git.kind === 'safe' ? git.why : git.kind;
}

function failureOf(work: () => void): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return error;
  }
}

function isShown(change: Change): change is ShownChange {
  return change.kind !== 'kept' && change.state !== 'same';
}

/**
 * What a write would do to this file, tried on its bytes. What can't be written is in it, with the reason. Where no line would
 * change, what the vault remembers of them is brought up to date. Only in line with the target's exports.
 * @throws TARGET_UNKNOWN
 */
export async function planFile(
  ports: VaultPorts,
  { writes, lines }: { readonly writes: Pick<FileWrites, 'tryOut'>; readonly lines: Pick<WrittenLines, 'finish'> },
  { targetId, scope, askGit, values }: FileInAct,
): Promise<PlannedFile> {
  const found = findTarget(ports.store, targetId);
  let plan: Plan;
  try {
    plan = narrow(await planExport(ports, targetId, askGit), scope);
  } catch (error) {
    return { ...found, stamp: null, exists: true, git: null, error, lines: [] };
  }
  const { target, project, snapshot } = plan;
  const file = { target, project, stamp: snapshot.stamp, exists: snapshot.bytes !== null, git: gitOf(plan.git) };
  const refused = failureOf(() => refuseWhatGitWouldCommit(plan));
  if (!plan.changes.some(isShown)) {
    if (refused === null && plan.changes.length + plan.forgotten.length > 0)
      await lines.finish(plan, commitNow(ports.store));
    return { ...file, error: null, lines: [] };
  }
  if (refused !== null) return { ...file, error: refused, lines: linesOf(plan, plan.changes, new Map()) };
  try {
    const filled = await writes.tryOut(plan, values);
    return { ...file, error: null, lines: linesOf(plan, filled.plan.changes, filled.left) };
  } catch (error) {
    return { ...file, error, lines: linesOf(plan, plan.changes, new Map()) };
  }
}

/** In the plan's order: `changes` are those that can be written, as they would be. */
function linesOf(plan: Plan, changes: readonly Change[], left: LeftLines): PlannedLine[] {
  const filled = new Map(changes.map((change) => [change.envVar, change]));
  return plan.changes.flatMap((planned): PlannedLine[] => {
    const change = filled.get(planned.envVar) ?? planned;
    return isShown(change) ? [{ change, error: left.get(planned.envVar) ?? null }] : [];
  });
}

/**
 * What would be written by what the database remembers. A file may be in need of more, or less, as somebody changed it: that
 * is seen when it is read.
 */
export function expectedVersions(
  store: Pick<Store, 'bindings' | 'versions'>,
  targetIds: readonly string[],
  { keyId }: Scope,
): VersionRecord[] {
  return targetIds.flatMap((targetId) => {
    const versions = boundVersions(store, targetId);
    return store.bindings.ofTarget(targetId).flatMap((binding) => {
      const bound = binding.keyId === null ? undefined : versions.get(binding.keyId);
      const isMeant = keyId === null || binding.keyId === keyId;
      if (bound === undefined || bound.isDeleted || !isMeant || isWrittenVersion(binding, bound.version)) return [];
      return [bound.version];
    });
  });
}
