import type { VaultPorts } from '../comparisons.ts';
import { vaultError } from '../errors.ts';
import { accountOf, readVersion } from '../keys/kept-values.ts';
import { aboutFile } from '../keys/key-question.ts';
import type { IgnorePlace, WriteQuestion } from '../ports.ts';
import type { Serial } from '../serial.ts';
import { untrackCommand } from '../untrack-command.ts';
import {
  type AgreedValues,
  agreedValues,
  type FilledPlan,
  fillPlan,
  nothingAgreed,
  type ReadValue,
  refuseUnagreed,
} from './line-values.ts';
import { type Change, gitStateOf, isWritten, type Plan, planExport, type TargetGitState } from './preview.ts';
import { findTarget } from './projects.ts';
import { needsReview, type ReviewReason, writeQuestion } from './review.ts';
import { createWrittenLines } from './written-lines.ts';

export interface PreviewView {
  previewId: string;
  file: string;
  exists: boolean;
  changes: {
    envVar: string;
    kind: Change['kind'];
    keyId: string | null;
    last4: string | null;
    /** Why main asks the person before this line is written; null: it does not. */
    review: ReviewReason | null;
  }[];
  notOurs: string[];
  shadowed: string[];
  /** How many further names the file has, which are not shown: they could be parts of a value. */
  hidden: number;
  git: GitStateView;
}

/** `command`: takes the file out of git; null where no command can be pasted safely. */
export type GitStateView =
  | Exclude<TargetGitState, { kind: 'tracked' }>
  | { readonly kind: 'tracked'; readonly command: string | null };

export interface ExportResult {
  file: string;
  written: number;
  removed: number;
}

export interface Exporting {
  preview(targetId: string): Promise<PreviewView>;
  /** Adds the line that the preview named, to the place that was chosen, and looks again. */
  ignore(targetId: string, place: IgnorePlace): Promise<PreviewView>;
  /** Asks the person to confirm that git has nothing to do with the file, and looks again. @throws NOT_CONFIRMED */
  leaveOutsideGit(targetId: string): Promise<PreviewView>;
  /**
   * Writes what the preview showed, or nothing; asks the person first where a line needs that.
   * @throws NOT_CONFIRMED, PREVIEW_UNKNOWN, TARGET_*, VALUE_*, GIT_FAILED, KEYCHAIN_*
   */
  export(previewId: string): Promise<ExportResult>;
  /**
   * Writes what needs no question: lines that Clavis wrote, and new ones whose names say that they are secrets, where no
   * program could run a part of their values.
   * @throws EXPORT_NEEDS_REVIEW, and as `export` does
   */
  exportUnseen(targetId: string, readValue?: ReadValue): Promise<ExportResult>;
  /** Writes several files, asking the person once about all lines that need it. @throws as `export` does */
  exportReviewed(targetIds: readonly string[]): Promise<ExportResult[]>;
  /**
   * Asks the files of exports that were cut off whether they had been written (invariant 4), each for itself.
   * @throws the first of their errors
   */
  settle(): Promise<void>;
  /** What previews showed is forgotten: nothing is written by them any more. */
  forget(): void;
  /** Reads each value once, for an export of many files. Kept no longer than the one who asked keeps it. */
  readerForMany(): ReadValue;
}

/** What tells whether a plan still holds. */
interface Planned {
  readonly stamp: string;
  readonly identity: string;
}

/** What a preview showed. */
interface Shown extends Planned {
  readonly previewId: string;
  readonly git: string;
}

/** How values are read for a write, and which of those that could run the person agreed to. */
interface Allowed {
  readonly read: ReadValue;
  readonly agreed: AgreedValues;
}

interface Prepared {
  readonly question: WriteQuestion | null;
  readonly plans: readonly Plan[];
  readonly allowed: Allowed;
}

const noBytes = new Uint8Array();

function refuseWhatGitWouldCommit({ git, target: { file } }: Plan): void {
  if (git.kind === 'tracked') throw vaultError('TARGET_TRACKED', { file });
  if (git.kind === 'exposed') throw vaultError('TARGET_NOT_IGNORED', { file });
  if (git.kind === 'unknown') throw vaultError('GIT_FAILED', { file, said: git.said });
}

export function createExporting(ports: VaultPorts, serial: Serial): Exporting {
  const { store, clock, files, envDocuments, consent, changes: told } = ports;
  const lines = createWrittenLines(ports);
  /** One preview per target: a newer one replaces it. */
  const shown = new Map<string, Shown>();

  const readValue: ReadValue = (version) => readVersion(ports, version);

  /**
   * The file's new bytes. Nothing is written unless a reader of these bytes takes exactly what the vault holds.
   */
  async function edit({ plan: { target, snapshot }, edits }: FilledPlan): Promise<Uint8Array> {
    const bound = store.bindings.ofTarget(target.id).map(({ envVar }) => envVar);
    const bytes = await envDocuments.edit(snapshot.bytes ?? noBytes, { ...target, changes: edits, bound });
    const written = await envDocuments.read(bytes, target);
    for (const { name, value } of edits) {
      if (written.valueOf(name)?.reveal() !== value?.reveal()) throw vaultError('INTERNAL');
    }
    return bytes;
  }

  async function replace(planned: Plan, { read, agreed }: Allowed): Promise<Plan> {
    const filled = await fillPlan(planned, read, envDocuments);
    const { plan } = filled;
    refuseUnagreed(plan, agreed);
    const bytes = await edit(filled);
    lines.begin(plan);
    try {
      await files.write(plan.project.root, plan.target.file, bytes, plan.snapshot);
    } catch (error) {
      await lines.takeBack(plan, bytes).catch(() => {
        // Then the file is asked at the next settling; the first error is the one to tell.
      });
      throw error;
    }
    return plan;
  }

  async function write(plan: Plan, allowed: Allowed): Promise<ExportResult> {
    refuseWhatGitWouldCommit(plan);
    const written = plan.changes.filter(isWritten).length;
    const removed = plan.changes.filter(({ kind }) => kind === 'removed').length;
    lines.finish(written + removed > 0 ? await replace(plan, allowed) : plan);
    return { file: plan.target.file, written, removed };
  }

  /** The target's plan, where it is still the same. @throws TARGET_CHANGED, PREVIEW_UNKNOWN */
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

  /**
   * The question about these plans, null where no line needs the person, and the plans as they were filled for it. While a
   * person is asked no value is kept: what is written then is read again, and is what was agreed to.
   */
  async function prepare(plans: readonly Plan[]): Promise<Prepared> {
    const read = readerForMany();
    const filled: FilledPlan[] = [];
    for (const plan of plans) filled.push(await fillPlan(plan, read, envDocuments));
    const filledPlans = filled.map(({ plan }) => plan);
    const question = writeQuestion(store, envDocuments, filledPlans);
    if (question === null) return { question, plans: filledPlans, allowed: { read, agreed: nothingAgreed } };
    // Nobody is asked about what can't be written anyway.
    for (const one of filled) await edit(one);
    return { question, plans: filledPlans, allowed: { read: readValue, agreed: agreedValues(filledPlans) } };
  }

  /** Writes these files, after one question about all lines that need the person. @throws NOT_CONFIRMED, as `export` does */
  async function writeReviewed(planned: readonly Plan[]): Promise<ExportResult[]> {
    const { question, plans, allowed } = await prepare(planned);
    if (question !== null && !(await consent.askWrite(question))) throw vaultError('NOT_CONFIRMED');
    const results: ExportResult[] = [];
    for (const { target, snapshot, identity } of plans) {
      const asAsked = { stamp: snapshot.stamp, identity };
      results.push(
        await serial(`target:${target.id}`, async () => write(await planAgain(target.id, asAsked), allowed)),
      );
    }
    return results;
  }

  async function preview(targetId: string): Promise<PreviewView> {
    const plan = await planExport(ports, targetId);
    const previewId = ports.newId();
    shown.set(targetId, {
      previewId,
      stamp: plan.snapshot.stamp,
      identity: plan.identity,
      git: JSON.stringify(plan.git),
    });
    return {
      previewId,
      file: plan.target.file,
      exists: plan.snapshot.bytes !== null,
      changes: plan.changes.map(({ envVar, kind, version, review }) => ({
        envVar,
        kind,
        keyId: version?.keyId ?? null,
        last4: version?.last4 ?? null,
        review,
      })),
      notOurs: [...plan.notOurs],
      shadowed: [...plan.shadowed],
      hidden: plan.hidden,
      git: plan.git.kind === 'tracked' ? { ...plan.git, command: untrackCommand(plan.target.file) } : plan.git,
    };
  }

  return {
    preview,

    async ignore(targetId, place) {
      const { target, project } = findTarget(store, targetId);
      const git = await gitStateOf(ports, project, target);
      // Only the line that was shown is written (invariant 5).
      if (shown.get(targetId)?.git !== JSON.stringify(git)) throw vaultError('PREVIEW_UNKNOWN');
      await ports.git.ignore(project.root, target.file, place);
      const detail = `${target.file} in ${place === 'exclude' ? '.git/info/exclude' : '.gitignore'}`;
      store.activity.append({ at: clock.now(), kind: 'ignored', keyId: null, subject: project.name, detail });
      return preview(targetId);
    },

    async leaveOutsideGit(targetId) {
      const { target, project } = findTarget(store, targetId);
      const agreed = await ports.consent.ask({
        message: 'Write keys to this file although git may commit it?',
        detail: `${aboutFile(project, target.file)}\n\nClavis will not look whether git ignores this file. A file that git tracks is refused all the same.`,
        action: 'Not in git',
      });
      if (!agreed) throw vaultError('NOT_CONFIRMED');
      store.commit(() => {
        store.targets.update({ ...findTarget(store, targetId).target, outsideGit: true });
        const detail = `${project.name}/${target.file} is not in git`;
        store.activity.append({ at: clock.now(), kind: 'loosened', keyId: null, subject: target.file, detail });
      });
      told.projects();
      return preview(targetId);
    },

    async export(previewId) {
      const found = [...shown.entries()].find(([, entry]) => entry.previewId === previewId);
      if (found === undefined) throw vaultError('PREVIEW_UNKNOWN');
      const [targetId, entry] = found;
      const [result] = await writeReviewed([await planAgain(targetId, entry)]);
      if (result === undefined) throw vaultError('INTERNAL');
      shown.delete(targetId);
      return result;
    },

    async settle() {
      const settleOne = (targetId: string) => serial(`target:${targetId}`, () => lines.settle(targetId));
      const ends = await Promise.allSettled(lines.unfinished().map(settleOne));
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
    },

    forget: () => shown.clear(),

    readerForMany,

    exportUnseen(targetId, read = readValue) {
      return serial(`target:${targetId}`, async () => {
        const plan = await planExport(ports, targetId);
        refuseWhatGitWouldCommit(plan);
        if (needsReview(plan)) throw vaultError('EXPORT_NEEDS_REVIEW', { file: plan.target.file });
        return write(plan, { read, agreed: nothingAgreed });
      });
    },

    async exportReviewed(targetIds) {
      const plans: Plan[] = [];
      for (const targetId of targetIds) plans.push(await planExport(ports, targetId));
      // Before anybody is asked about what can't be written anyway.
      for (const plan of plans) refuseWhatGitWouldCommit(plan);
      return writeReviewed(plans);
    },
  };
}
