import { isVaultError, vaultError } from '../errors.ts';
import type { Store } from '../store-port.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { editFile } from './edit-file.ts';
import { type FilledPlan, fillPlan, leaveLine } from './line-values.ts';
import { isWritten, type Plan, refuseWhatGitWouldCommit } from './preview.ts';
import { needsReview } from './review.ts';
import type { Values } from './values.ts';
import type { WrittenLines } from './written-lines.ts';

export interface ExportResult {
  file: string;
  written: number;
  removed: number;
}

/** Writes plans to their files. Only in line with the target's exports. */
export interface FileWrites {
  /** Reads what the plan writes; lines whose values are not there are left out, each with its reason. @throws KEYCHAIN_* */
  fill(plan: Plan, values: Values): Promise<FilledPlan>;
  /**
   * The same, and tries it on the file's bytes: lines that can't be written are left out, too.
   * @throws KEYCHAIN_*, and the TARGET_* errors of a file that takes no line at all
   */
  tryOut(plan: Plan, values: Values): Promise<FilledPlan>;
  /**
   * Writes all lines of a filled plan. `commit`: `commitSoon` where other files are written meanwhile, else `commitNow`.
   * @throws TARGET_*, GIT_FAILED, PREVIEW_UNKNOWN
   */
  write(filled: FilledPlan, commit: Store['commitSoon']): Promise<ExportResult>;
  /** Writes a plan that needs no question. @throws EXPORT_NEEDS_REVIEW, VALUE_*, and as `fill` and `write` do */
  writeWithoutReview(plan: Plan, values: Values): Promise<ExportResult>;
}

/** Each costs one more look at the whole file: more lines that can't be written are no person's file. */
const mostLeft = 50;

/** The variable that an edit failed at, where it is one of the plan's: the others can be written without it. */
function failedLine(error: unknown, { edits }: FilledPlan): string | null {
  const envVar = isVaultError(error) ? error.details['envVar'] : undefined;
  return edits.find(({ name }) => name === envVar)?.name ?? null;
}

/** For a file that is written by itself: it waits for no other one's commit. */
export function commitNow({ commit }: Pick<Store, 'commit'>): Store['commitSoon'] {
  return async (work) => commit(work);
}

export function createFileWrites(ports: VaultPorts, lines: WrittenLines): FileWrites {
  const { files, envDocuments } = ports;

  async function replace(filled: FilledPlan, commit: Store['commitSoon']): Promise<void> {
    const { plan, edits } = filled;
    const { bytes } = await editFile(ports, plan, edits);
    await lines.begin(plan, commit);
    try {
      await files.write(plan.project.root, plan.target.file, bytes, plan.snapshot);
    } catch (error) {
      // Then the file is asked at the next reconciliation; the first error is the one to tell.
      await lines
        .takeBack(plan, bytes)
        .catch((left: unknown) => ports.diagnostics.report('exports', left, [plan.target.id]));
      throw error;
    }
  }

  const fill = (plan: Plan, values: Values): Promise<FilledPlan> => fillPlan(plan, values, envDocuments);

  async function tryOut(plan: Plan, values: Values): Promise<FilledPlan> {
    let filled = await fill(plan, values);
    while (filled.edits.length > 0) {
      try {
        await editFile(ports, filled.plan, filled.edits);
        break;
      } catch (error) {
        const envVar = failedLine(error, filled);
        if (envVar === null || filled.left.size >= mostLeft) throw error;
        filled = leaveLine(filled, envVar, error);
      }
    }
    return filled;
  }

  async function write(filled: FilledPlan, commit: Store['commitSoon']): Promise<ExportResult> {
    const { plan, edits } = filled;
    refuseWhatGitWouldCommit(plan);
    if (edits.length > 0) await replace(filled, commit);
    await lines.finish(plan, commit);
    const written = plan.changes.filter(isWritten).length;
    const removed = plan.changes.filter(({ kind }) => kind === 'removed').length;
    return { file: plan.target.file, written, removed };
  }

  return {
    fill,
    tryOut,
    write,

    async writeWithoutReview(plan, values) {
      refuseWhatGitWouldCommit(plan);
      if (needsReview(plan)) throw vaultError('EXPORT_NEEDS_REVIEW', { file: plan.target.file });
      const filled = await fill(plan, values);
      for (const error of filled.left.values()) throw error;
      if (needsReview(filled.plan)) throw vaultError('EXPORT_NEEDS_REVIEW', { file: plan.target.file });
      return write(filled, commitNow(ports.store));
    },
  };
}
