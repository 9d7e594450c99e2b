import { vaultError } from '../errors.ts';
import type { KeyedSequencer } from '../keyed-sequencer.ts';
import { accountOf, readVersion } from '../keys/value-store.ts';
import type { VaultPorts } from '../vault-ports.ts';
import {
  type AgreedValues,
  agreedValues,
  type FilledPlan,
  fillPlan,
  nothingAgreed,
  type ReadValue,
  refuseUnagreed,
} from './line-values.ts';
import { isWritten, type Plan, planExport } from './preview.ts';
import { needsReview, writeQuestion } from './review.ts';
import type { WrittenLines } from './written-lines.ts';

export interface ExportResult {
  file: string;
  written: number;
  removed: number;
}

/** What tells whether a plan still holds. */
export interface Planned {
  readonly stamp: string;
  readonly identity: string;
}

/** A file that the person agreed to, or that needs no question. */
export interface AgreedWrite {
  readonly plan: Plan;
  /** Writes what was asked about, or nothing. @throws PREVIEW_UNKNOWN, TARGET_*, VALUE_*, GIT_FAILED, KEYCHAIN_* */
  write(): Promise<ExportResult>;
}

export interface ReviewedWrites {
  /** The target's plan, where it is still the same, and git would not commit it. @throws TARGET_*, PREVIEW_UNKNOWN, GIT_FAILED */
  planAgain(targetId: string, planned: Planned): Promise<Plan>;
  /**
   * Asks the person once about all lines of these plans that need it. A plan that can't be written goes to `refused` and
   * is no part of the question. @throws NOT_CONFIRMED, DIALOG_OPEN, ASKED_TOO_OFTEN
   */
  agreeTo(plans: readonly Plan[], refused: (plan: Plan, error: unknown) => void): Promise<AgreedWrite[]>;
  /**
   * Writes a plan without a question. Only in line with the target's exports.
   * @throws EXPORT_NEEDS_REVIEW where a line needs the person, and as `AgreedWrite.write` does
   */
  writeWithoutReview(plan: Plan, read?: ReadValue): Promise<ExportResult>;
  /** Reads each value once, for an export of many files. Kept no longer than the one who asked keeps it. */
  readerForMany(): ReadValue;
}

/** How values are read for a write, and which of those that could run the person agreed to. */
interface Allowed {
  readonly read: ReadValue;
  readonly agreed: AgreedValues;
}

const noBytes = new Uint8Array();

/** @throws TARGET_TRACKED, TARGET_NOT_IGNORED, GIT_FAILED */
export function refuseWhatGitWouldCommit({ git, target: { file } }: Pick<Plan, 'git' | 'target'>): void {
  if (git.kind === 'tracked') throw vaultError('TARGET_TRACKED', { file });
  if (git.kind === 'exposed') throw vaultError('TARGET_NOT_IGNORED', { file });
  if (git.kind === 'unknown') throw vaultError('GIT_FAILED', { file, said: git.said });
}

/** Writes plans to their files: what a line needs the person for is asked before, and nothing else is written after. */
export function createReviewedWrites(
  ports: VaultPorts,
  inSequence: KeyedSequencer,
  lines: WrittenLines,
): ReviewedWrites {
  const { store, files, envDocuments, consent } = ports;
  const readValue: ReadValue = (version) => readVersion(ports, version);

  /** The file's new bytes, and where it truly lies. Nothing is written unless a reader of these bytes takes exactly what the vault holds. */
  async function edit({
    plan: { target, project, snapshot },
    edits,
  }: FilledPlan): Promise<{ bytes: Uint8Array; path: string }> {
    const bound = store.bindings.ofTarget(target.id).map(({ envVar }) => envVar);
    const path = await files.realPath(project.root, target.file);
    const bytes = await envDocuments.edit(snapshot.bytes ?? noBytes, { ...target, path, changes: edits, bound });
    const written = await envDocuments.read(bytes, target);
    for (const { name, value } of edits) {
      if (written.valueOf(name)?.reveal() !== value?.reveal()) throw vaultError('INTERNAL');
    }
    return { bytes, path };
  }

  async function replace(planned: Plan, { read, agreed }: Allowed): Promise<Plan> {
    const filled = await fillPlan(planned, read, envDocuments);
    const { plan } = filled;
    refuseUnagreed(plan, agreed);
    const { bytes, path } = await edit(filled);
    lines.begin(plan, path);
    try {
      await files.write(plan.project.root, plan.target.file, bytes, plan.snapshot);
    } catch (error) {
      await lines.takeBack(plan, bytes).catch(() => {
        // Then the file is asked at the next reconciliation; the first error is the one to tell.
      });
      throw error;
    }
    return plan;
  }

  async function write(plan: Plan, allowed: Allowed): Promise<ExportResult> {
    const written = plan.changes.filter(isWritten).length;
    const removed = plan.changes.filter(({ kind }) => kind === 'removed').length;
    lines.finish(written + removed > 0 ? await replace(plan, allowed) : plan);
    return { file: plan.target.file, written, removed };
  }

  async function planAgain(targetId: string, { stamp, identity }: Planned): Promise<Plan> {
    const plan = await planExport(ports, targetId);
    if (plan.snapshot.stamp !== stamp) throw vaultError('TARGET_CHANGED', { file: plan.target.file });
    if (plan.identity !== identity) throw vaultError('PREVIEW_UNKNOWN');
    refuseWhatGitWouldCommit(plan);
    return plan;
  }

  function readerForMany(): ReadValue {
    const reading = new Map<string, ReturnType<ReadValue>>();
    return (version) => {
      const account = accountOf(version);
      const value = reading.get(account) ?? readValue(version);
      reading.set(account, value);
      return value;
    };
  }

  return {
    planAgain,

    async agreeTo(plans, refused) {
      const read = readerForMany();
      const filled: FilledPlan[] = [];
      for (const plan of plans) {
        try {
          // Nobody is asked about what can't be written anyway.
          refuseWhatGitWouldCommit(plan);
          const one = await fillPlan(plan, read, envDocuments);
          if (needsReview(one.plan)) await edit(one);
          filled.push(one);
        } catch (error) {
          refused(plan, error);
        }
      }
      const asked = filled.map(({ plan }) => plan);
      const question = writeQuestion(ports, asked);
      if (question !== null && !(await consent.askWrite(question))) throw vaultError('NOT_CONFIRMED');
      // While a person is asked no value is kept: what is written then is read again, and is what was agreed to.
      const allowed =
        question === null ? { read, agreed: nothingAgreed } : { read: readValue, agreed: agreedValues(asked) };
      return asked.map((plan) => ({
        plan,
        write() {
          const asAsked = { stamp: plan.snapshot.stamp, identity: plan.identity };
          return inSequence(`target:${plan.target.id}`, async () =>
            write(await planAgain(plan.target.id, asAsked), allowed),
          );
        },
      }));
    },

    async writeWithoutReview(plan, read = readValue) {
      refuseWhatGitWouldCommit(plan);
      if (needsReview(plan)) throw vaultError('EXPORT_NEEDS_REVIEW', { file: plan.target.file });
      return write(plan, { read, agreed: nothingAgreed });
    },

    readerForMany,
  };
}
