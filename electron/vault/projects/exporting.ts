import { vaultError } from '../errors.ts';
import type { KeyedSequencer } from '../keyed-sequencer.ts';
import type { IgnorePlace } from '../ports.ts';
import { createSharedCalls } from '../shared-calls.ts';
import { aboutFile } from '../shown-text.ts';
import { untrackCommand } from '../untrack-command.ts';
import type { VaultPorts } from '../vault-ports.ts';
import type { ReadValue } from './line-values.ts';
import { type Change, gitStateOf, type Plan, planExport, type TargetGitState } from './preview.ts';
import { findTarget } from './projects.ts';
import type { ReviewReason } from './review.ts';
import { type AgreedWrite, createReviewedWrites, type ExportResult, type Planned } from './reviewed-writes.ts';
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
  /** Variables whose keys are in Trash: their lines stay as they are. */
  left: string[];
  /** How many further names the file has, which are not shown: they could be parts of a value. */
  hidden: number;
  git: GitStateView;
}

/** `command`: takes the file out of git; null where no command can be pasted safely. */
export type GitStateView =
  | Exclude<TargetGitState, { kind: 'tracked' }>
  | { readonly kind: 'tracked'; readonly command: string | null };

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
  exportWithoutReview(targetId: string, readValue?: ReadValue): Promise<ExportResult>;
  /**
   * Asks the person once about all lines of these files that need it. A file that can't be written goes to `refused`, and
   * is no part of the question. @throws NOT_CONFIRMED, DIALOG_OPEN, ASKED_TOO_OFTEN
   */
  agreeTo(targetIds: readonly string[], refused: (targetId: string, error: unknown) => void): Promise<AgreedWrite[]>;
  /**
   * Asks the files of exports that were cut off whether they had been written (invariant 4), each for itself.
   * @throws the first of their errors
   */
  reconcile(): Promise<void>;
  /** What previews showed is forgotten: nothing is written by them any more. */
  forget(): void;
  /** Reads each value once, for an export of many files. Kept no longer than the one who asked keeps it. */
  readerForMany(): ReadValue;
}

/** What a preview showed. */
interface Shown extends Planned {
  readonly previewId: string;
  readonly git: string;
}

export function createExporting(ports: VaultPorts, inSequence: KeyedSequencer): Exporting {
  const { store, clock, changes: changeEvents } = ports;
  const lines = createWrittenLines(ports);
  const writes = createReviewedWrites(ports, inSequence, lines);
  /** One preview per target: a newer one replaces it. */
  const shown = new Map<string, Shown>();

  const shared = createSharedCalls<PreviewView>();
  const preview = (targetId: string): Promise<PreviewView> => shared(targetId, () => previewNow(targetId));

  async function previewNow(targetId: string): Promise<PreviewView> {
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
      left: [...plan.left],
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
      changeEvents.projects();
      return preview(targetId);
    },

    async export(previewId) {
      const found = [...shown.entries()].find(([, entry]) => entry.previewId === previewId);
      if (found === undefined) throw vaultError('PREVIEW_UNKNOWN');
      const [targetId, entry] = found;
      const plan = await writes.planAgain(targetId, entry);
      const [agreed] = await writes.agreeTo([plan], (_plan, error) => {
        throw error;
      });
      if (agreed === undefined) throw vaultError('INTERNAL');
      const result = await agreed.write();
      shown.delete(targetId);
      return result;
    },

    async reconcile() {
      const reconcileOne = (targetId: string) => inSequence(`target:${targetId}`, () => lines.reconcile(targetId));
      const ends = await Promise.allSettled(lines.unfinished().map(reconcileOne));
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
    },

    forget: () => shown.clear(),

    readerForMany: writes.readerForMany,

    exportWithoutReview(targetId, read) {
      return inSequence(`target:${targetId}`, async () =>
        writes.writeWithoutReview(await planExport(ports, targetId), read),
      );
    },

    async agreeTo(targetIds, refused) {
      const plans: Plan[] = [];
      for (const targetId of targetIds) {
        try {
          plans.push(await planExport(ports, targetId));
        } catch (error) {
          refused(targetId, error);
        }
      }
      return writes.agreeTo(plans, (plan, error) => refused(plan.target.id, error));
    },
  };
}
