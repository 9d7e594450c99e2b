import type { VaultPorts } from '../comparisons.ts';
import { vaultError } from '../errors.ts';
import { accountOf, readVersion } from '../keys/kept-values.ts';
import { aboutFile } from '../keys/key-question.ts';
import type { IgnorePlace } from '../ports.ts';
import type { VersionRecord } from '../records.ts';
import type { Serial } from '../serial.ts';
import { untrackCommand } from '../untrack-command.ts';
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
   * Writes what needs no question: lines that Clavis wrote, and new ones whose names say that they are secrets.
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

/** A version's value, and the version as it is kept from now on. @throws VALUE_MISSING, KEYCHAIN_* */
export type ReadValue = (version: VersionRecord) => ReturnType<typeof readVersion>;

/** What tells whether a plan still holds. */
interface Planned {
  readonly stamp: string;
  readonly identity: string;
}

/** What a preview showed. */
interface Shown extends Planned {
  readonly previewId: string;
  readonly asks: boolean;
  readonly git: string;
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
   * The file's new bytes, and the plan with each version as it was read just now. Nothing is written unless a reader of
   * these bytes takes exactly what the vault holds.
   */
  async function edit(plan: Plan, read: ReadValue): Promise<{ bytes: Uint8Array; plan: Plan }> {
    const { target, snapshot } = plan;
    const filled = await Promise.all(
      plan.changes.map(async (change) => {
        if (!isWritten(change) || change.version === null) return { change, value: null };
        const { value, version } = await read(change.version);
        return { change: { ...change, version }, value };
      }),
    );
    const edits = filled.flatMap(({ change: { envVar, kind }, value }) =>
      kind === 'kept' ? [] : [{ name: envVar, value }],
    );
    const bound = store.bindings.ofTarget(target.id).map(({ envVar }) => envVar);
    const bytes = await envDocuments.edit(snapshot.bytes ?? noBytes, { ...target, changes: edits, bound });
    const written = await envDocuments.read(bytes, target);
    for (const { name, value } of edits) {
      if (written.valueOf(name)?.reveal() !== value?.reveal()) throw vaultError('INTERNAL');
    }
    return { bytes, plan: { ...plan, changes: filled.map(({ change }) => change) } };
  }

  async function replace(planned: Plan, read: ReadValue): Promise<Plan> {
    const { bytes, plan } = await edit(planned, read);
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

  async function write(plan: Plan, read: ReadValue = readValue): Promise<ExportResult> {
    refuseWhatGitWouldCommit(plan);
    const written = plan.changes.filter(isWritten).length;
    const removed = plan.changes.filter(({ kind }) => kind === 'removed').length;
    lines.finish(written + removed > 0 ? await replace(plan, read) : plan);
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

  /** One question about all of them, where any line needs the person. @throws NOT_CONFIRMED */
  async function review(plans: readonly Plan[]): Promise<void> {
    const question = writeQuestion(store, envDocuments, plans);
    if (question !== null && !(await consent.askWrite(question))) throw vaultError('NOT_CONFIRMED');
  }

  async function preview(targetId: string): Promise<PreviewView> {
    const plan = await planExport(ports, targetId);
    const previewId = ports.newId();
    shown.set(targetId, {
      previewId,
      stamp: plan.snapshot.stamp,
      identity: plan.identity,
      asks: needsReview(plan),
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
      if (entry.asks) await review([await planAgain(targetId, entry)]);
      const result = await serial(`target:${targetId}`, async () => write(await planAgain(targetId, entry)));
      shown.delete(targetId);
      return result;
    },

    async settle() {
      const settleOne = (targetId: string) => serial(`target:${targetId}`, () => lines.settle(targetId));
      const ends = await Promise.allSettled(lines.unfinished().map(settleOne));
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
    },

    forget: () => shown.clear(),

    readerForMany() {
      const reading = new Map<string, ReturnType<ReadValue>>();
      return (version) => {
        const account = accountOf(version);
        const value = reading.get(account) ?? readValue(version);
        reading.set(account, value);
        return value;
      };
    },

    exportUnseen(targetId, read = readValue) {
      return serial(`target:${targetId}`, async () => {
        const plan = await planExport(ports, targetId);
        refuseWhatGitWouldCommit(plan);
        if (needsReview(plan)) throw vaultError('EXPORT_NEEDS_REVIEW', { file: plan.target.file });
        return write(plan, read);
      });
    },

    async exportReviewed(targetIds) {
      const plans: Plan[] = [];
      for (const targetId of targetIds) plans.push(await planExport(ports, targetId));
      // Before anybody is asked about what can't be written anyway.
      for (const plan of plans) refuseWhatGitWouldCommit(plan);
      await review(plans);
      const results: ExportResult[] = [];
      for (const { target, snapshot, identity } of plans) {
        const planned = { stamp: snapshot.stamp, identity };
        results.push(await serial(`target:${target.id}`, async () => write(await planAgain(target.id, planned))));
      }
      return results;
    },
  };
}
