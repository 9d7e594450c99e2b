import { vaultError } from '../errors.ts';
import type { KeyedSequencer } from '../keyed-sequencer.ts';
import type { IgnorePlace } from '../ports.ts';
import type { Dialect } from '../records.ts';
import { createSharedCalls } from '../shared-calls.ts';
import { askedFile } from '../shown-text.ts';
import { untrackCommand } from '../untrack-command.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { createFileWrites, type ExportResult } from './file-writes.ts';
import { type AskGit, askGitAlone, askGitTogether, type TargetGitState } from './git-answers.ts';
import { type Change, type Plan, planExport } from './preview.ts';
import { findTarget } from './projects.ts';
import type { ReviewReason } from './review.ts';
import { type Values, withValues } from './values.ts';
import { expectedVersions } from './write-plan.ts';
import { createWrittenLines } from './written-lines.ts';

export interface PreviewView {
  file: string;
  exists: boolean;
  /** Where the file's link leads within the project, relative to its folder; null where it is no link. */
  leadsTo: string | null;
  /** Others than its owner may read it. */
  openToOthers: boolean;
  changes: {
    envVar: string;
    kind: Change['kind'];
    keyId: string | null;
    last4: string | null;
    /** Why no other window writes this line by itself; null: one may. */
    review: ReviewReason | null;
  }[];
  /** The programs that were found to read the file; none of one that is no dotenv file. */
  readers: { name: string; expands: boolean; foundIn: string }[];
  expands: boolean;
  dialect: Dialect;
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
  | (Extract<TargetGitState, { kind: 'tracked' }> & { readonly command: string | null });

/** The command is of the project's own repository: another one is told by other means. */
function gitViewOf({ git, target }: Pick<Plan, 'git' | 'target'>): GitStateView {
  if (git.kind !== 'tracked') return git;
  return { ...git, command: git.by === undefined ? untrackCommand(target.file) : null };
}

export interface Exporting {
  preview(targetId: string): Promise<PreviewView>;
  /** Adds the line that the preview named, to the place that was chosen, and looks again. */
  ignore(targetId: string, place: IgnorePlace): Promise<PreviewView>;
  /** Takes the rights of others on the file away, and looks again. It only tightens: nobody is asked. @throws TARGET_* */
  makePrivate(targetId: string): Promise<PreviewView>;
  /** Asks the person to confirm that git has nothing to do with the file, and looks again. @throws NOT_CONFIRMED */
  leaveOutsideGit(targetId: string): Promise<PreviewView>;
  /**
   * Writes what needs no question: lines that Clavis wrote, and new ones whose names say that they are secrets, where no
   * program could run a part of their values.
   * @throws EXPORT_NEEDS_REVIEW, TARGET_*, VALUE_*, GIT_FAILED, KEYCHAIN_*
   */
  exportWithoutReview(targetId: string): Promise<ExportResult>;
  /** The same for several files, one after the other; what isn't written stops those behind it. @throws as that one does */
  exportAllWithoutReview(targetIds: readonly string[]): Promise<void>;
  /**
   * Asks the files of exports that were cut off whether they had been written (invariant 4), each for itself.
   * @throws the first of their errors
   */
  reconcile(): Promise<void>;
  /** What previews showed is forgotten: no line that git should ignore is added by them any more. */
  forget(): void;
}

export function createExporting(ports: VaultPorts, inSequence: KeyedSequencer): Exporting {
  const { store, clock, changes: changeEvents } = ports;
  const lines = createWrittenLines(ports);
  const writes = createFileWrites(ports, lines);
  const askGit = askGitAlone(ports);
  /** What the last preview of each target said of git. */
  const shown = new Map<string, string>();

  const shared = createSharedCalls<PreviewView>();
  const preview = (targetId: string): Promise<PreviewView> => shared(targetId, () => previewNow(targetId));

  async function previewNow(targetId: string): Promise<PreviewView> {
    const plan = await planExport(ports, targetId);
    const { file } = plan.target;
    const within = plan.snapshot.path.slice(plan.project.root.replace(/[\\/]$/, '').length + 1);
    shown.set(targetId, JSON.stringify(plan.git));
    return {
      file,
      exists: plan.snapshot.bytes !== null,
      leadsTo: within === file ? null : within,
      openToOthers: plan.snapshot.isOpenToOthers,
      changes: plan.changes.map(({ envVar, kind, version, review }) => ({
        envVar,
        kind,
        keyId: version?.keyId ?? null,
        last4: version?.last4 ?? null,
        review,
      })),
      readers: plan.readers.map(({ name, expands, foundIn }) => ({ name, expands, foundIn })),
      expands: plan.target.expands,
      dialect: plan.target.dialect,
      notOurs: [...plan.notOurs],
      shadowed: [...plan.shadowed],
      left: [...plan.left],
      hidden: plan.hidden,
      git: gitViewOf(plan),
    };
  }

  function exportOne(targetId: string, values: Values, askGit?: AskGit): Promise<ExportResult> {
    return inSequence(`target:${targetId}`, async () =>
      writes.writeWithoutReview(await planExport(ports, targetId, askGit), values),
    );
  }

  return {
    preview,

    async ignore(targetId, place) {
      const { target, project } = findTarget(store, targetId);
      const git = await askGit({ project, target });
      // Only the line that was shown is written (invariant 5).
      if (shown.get(targetId) !== JSON.stringify(git)) throw vaultError('PREVIEW_UNKNOWN');
      await ports.git.ignore(project.root, target.file, place);
      const detail = `${target.file} in ${place === 'exclude' ? '.git/info/exclude' : '.gitignore'}`;
      store.activity.append({ at: clock.now(), kind: 'ignored', keyId: null, subject: project.name, detail });
      return preview(targetId);
    },

    async makePrivate(targetId) {
      const { target, project } = findTarget(store, targetId);
      await ports.files.makePrivate(project.root, target.file);
      return preview(targetId);
    },

    async leaveOutsideGit(targetId) {
      const { target, project } = findTarget(store, targetId);
      const git = await askGit({ project, target });
      const system = 'system' in git ? git.system : 'git';
      const facts = { file: askedFile(project, target.file), system };
      if (!(await ports.consent.ask({ kind: 'leaveOutsideGit', facts }))) throw vaultError('NOT_CONFIRMED');
      store.commit(() => {
        store.targets.update({ ...findTarget(store, targetId).target, outsideGit: true });
        const detail = `${project.name}/${target.file} is not in git`;
        store.activity.append({ at: clock.now(), kind: 'loosened', keyId: null, subject: target.file, detail });
      });
      changeEvents.projects();
      return preview(targetId);
    },

    async reconcile() {
      const reconcileOne = async (targetId: string): Promise<unknown[]> => {
        try {
          await inSequence(`target:${targetId}`, () => lines.reconcile(targetId));
          return [];
        } catch (error) {
          ports.diagnostics.report('exports', error, [targetId]);
          return [error];
        }
      };
      const [first, ...others] = (await Promise.all(lines.unfinished().map(reconcileOne))).flat();
      if (others.length > 0 || first !== undefined) throw first;
    },

    forget: () => shown.clear(),

    exportWithoutReview: (targetId) => withValues(ports, (values) => exportOne(targetId, values)),

    exportAllWithoutReview(targetIds) {
      const askGit = askGitTogether(ports, targetIds);
      return withValues(ports, async (values) => {
        values.prepare(expectedVersions(store, targetIds, { keyId: null }));
        for (const targetId of targetIds) await exportOne(targetId, values, askGit);
      });
    },
  };
}
