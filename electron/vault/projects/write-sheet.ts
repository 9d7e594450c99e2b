import { vaultError } from '../errors.ts';
import { fewAtOnce } from '../few-at-once.ts';
import type { KeyedSequencer } from '../keyed-sequencer.ts';
import type { Rotation } from '../keys/rotation.ts';
import { accountOf } from '../keys/value-store.ts';
import type { ExportOutcome } from '../ports.ts';
import type { TargetRecord } from '../records.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { Store } from '../store-port.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { isChoiceOf, isOpenToChoice, type LineChoice, type WriteChoice } from '../write-question.ts';
import { commitNow, createFileWrites, type ExportResult } from './file-writes.ts';
import { type AskGit, askGitTogether } from './git-answers.ts';
import { leaveLine } from './line-values.ts';
import { type Change, planExport, refuseWhatGitWouldCommit } from './preview.ts';
import { createTaking, erasableNow, isTakeable, type Taking } from './taking.ts';
import { type Values, withValues } from './values.ts';
import {
  expectedVersions,
  narrow,
  onlyChosen,
  type PlannedFile,
  planFile,
  type Scope,
  type ShownChange,
} from './write-plan.ts';
import { writeQuestion } from './write-words.ts';
import { createWrittenLines } from './written-lines.ts';

/** Shows what would be written to files, lets the person choose, and writes what they chose. */
export interface WriteSheet {
  /** What would be written to each of these files, by what they hold now. @throws TARGET_UNKNOWN */
  plan(targetIds: readonly string[], scope: Scope): Promise<PlannedFile[]>;
  /**
   * Asks the person, in main's own window, and writes: first values that the vault takes, then lines. Each file and each line
   * is on its own. Where nothing could be chosen nobody is asked. Returns how each file ended that was chosen, can't be
   * written, or had nothing to be written. @throws NOT_CONFIRMED, DIALOG_OPEN, ASKED_TOO_OFTEN
   */
  ask(files: readonly PlannedFile[], scope: Scope): Promise<ExportOutcome[]>;
}

/** How many files are compared at once: git, keychain and disk each have something to do then. */
const comparedAtOnce = 4;
/** How many are written at once: while some wait for the commit that they share, the others go on. */
const writtenAtOnce = 16;

type Left = ExportOutcome['left'][number];

/** What a person chose of one file. */
interface Chosen {
  readonly file: PlannedFile;
  readonly scope: Scope;
  readonly of: (as: LineChoice) => ShownChange[];
}

/** What the files of one act are written with. */
interface Act {
  readonly values: Values;
  readonly askGit: AskGit;
  readonly commit: Store['commitSoon'];
}

/** What was chosen of one file, and what became of the lines whose values were to be taken. */
interface Took {
  readonly one: Chosen;
  readonly taken: number;
  readonly left: readonly Left[];
}

/** Whether a line is still what the person saw: the same thing happens to it, with that very value. */
function isAsShown(now: Change, shown: ShownChange | undefined): boolean {
  const tell = ({ kind, version, review, couldRun, misreadBy }: Change): string =>
    JSON.stringify([kind, version && accountOf(version), version?.fingerprint, review, couldRun, misreadBy]);
  return shown !== undefined && tell(now) === tell(shown);
}

/** Whether the same program is to read the file, so that the lines are written as they were judged. */
function isWrittenAlike(now: TargetRecord, shown: TargetRecord): boolean {
  return now.dialect === shown.dialect && now.expands === shown.expands;
}

function chosenOf(files: readonly PlannedFile[], scope: Scope, choice: WriteChoice): Chosen[] {
  return choice.files.flatMap(({ at, lines }) => {
    const file = files[at];
    if (file === undefined) return [];
    const of = (as: LineChoice): ShownChange[] =>
      lines.flatMap((line) => (line.as === as ? (file.lines[line.at]?.change ?? []) : []));
    return [{ file, scope, of }];
  });
}

function outcomeOf({ target, project, error }: PlannedFile): ExportOutcome {
  const named = { targetId: target.id, project: project.name, file: target.file };
  return { ...named, written: 0, removed: 0, taken: 0, left: [], error };
}

export function createWriteSheet(
  ports: VaultPorts,
  inSequence: KeyedSequencer,
  { rotation, settings }: { readonly rotation: Pick<Rotation, 'take'>; readonly settings: SettingsStore },
): WriteSheet {
  const { store } = ports;
  const lines = createWrittenLines(ports);
  const writes = createFileWrites(ports, lines);

  async function takeLines({ file, of }: Chosen, taking: Taking): Promise<{ taken: number; left: Left[] }> {
    const left: Left[] = [];
    let taken = 0;
    for (const change of of('take').filter(isTakeable)) {
      try {
        await taking.take(file, change);
        taken += 1;
      } catch (error) {
        left.push({ envVar: change.envVar, error });
      }
    }
    return { taken, left };
  }

  /** Writes the chosen lines that are still as they were shown. */
  async function writeLines({ file, scope, of }: Chosen, { values, askGit, commit }: Act) {
    const shown = new Map([...of('write'), ...of('remove')].map((change) => [change.envVar, change]));
    if (shown.size === 0) return { written: 0, removed: 0, left: [] };
    const plan = onlyChosen(narrow(await planExport(ports, file.target.id, askGit), scope), new Set(shown.keys()));
    if (plan.snapshot.stamp !== file.stamp) throw vaultError('TARGET_CHANGED', { file: file.target.file });
    if (!isWrittenAlike(plan.target, file.target)) throw vaultError('PREVIEW_UNKNOWN');
    refuseWhatGitWouldCommit(plan);
    let filled = await writes.fill(plan, values);
    for (const change of filled.plan.changes) {
      if (change.kind === 'kept' || isAsShown(change, shown.get(change.envVar))) continue;
      filled = leaveLine(filled, change.envVar, vaultError('PREVIEW_UNKNOWN'));
    }
    // Values, and the files before this one, may have taken longer than git's answer is good for.
    const write = async (): Promise<ExportResult> =>
      writes.write({ ...filled, plan: { ...filled.plan, git: await askGit(plan) } }, commit);
    const { written, removed } = filled.edits.length > 0 ? await write() : { written: 0, removed: 0 };
    const done = new Set(filled.edits.map(({ name }) => name));
    const left = [...shown.keys()].filter((envVar) => !done.has(envVar));
    const why = (envVar: string): unknown => filled.left.get(envVar) ?? vaultError('PREVIEW_UNKNOWN');
    return { written, removed, left: left.map((envVar) => ({ envVar, error: why(envVar) })) };
  }

  async function writeChosen(chosen: readonly Chosen[], taking: Taking): Promise<ExportOutcome[]> {
    const took: Took[] = [];
    for (const one of chosen) took.push({ one, ...(await takeLines(one, taking)) });
    // A value that was taken is read again, as all others.
    return withValues(ports, (values) => {
      values.prepare(chosen.flatMap(({ of }) => of('write').flatMap(({ version }) => version ?? [])));
      return writeAll(took, values);
    });
  }

  function writeAll(took: readonly Took[], values: Values): Promise<ExportOutcome[]> {
    const askGit = askGitTogether(
      ports,
      took.map(({ one }) => one.file.target.id),
    );
    const commit = took.length > 1 ? store.commitSoon : commitNow(store);
    let done = 0;
    return fewAtOnce(took, writtenAtOnce, async ({ one, taken, left }) => {
      const asked = new Set(one.of('take').map(({ envVar }) => envVar));
      const before = [...leftOf(one.file).filter(({ envVar }) => !asked.has(envVar)), ...left];
      let outcome: ExportOutcome = { ...outcomeOf(one.file), taken, left: before };
      try {
        const { left: after, ...counts } = await inSequence(`target:${one.file.target.id}`, () =>
          writeLines(one, { values, askGit, commit }),
        );
        outcome = { ...outcome, ...counts, left: [...before, ...after] };
      } catch (error) {
        outcome = { ...outcome, error };
      }
      done += 1;
      ports.changes.exported({ done, total: took.length, outcome });
      return outcome;
    });
  }

  return {
    plan(targetIds, scope) {
      const askGit = askGitTogether(ports, targetIds);
      return withValues(ports, (values) => {
        values.prepare(expectedVersions(store, targetIds, scope));
        return fewAtOnce(targetIds, comparedAtOnce, (targetId) =>
          inSequence(`target:${targetId}`, () =>
            planFile(ports, { writes, lines }, { targetId, scope, askGit, values }),
          ),
        );
      });
    },

    async ask(files, scope) {
      const asked = files.filter(({ lines: shown, error }) => shown.length > 0 || error !== null);
      const question = await writeQuestion({ ...ports, graceDays: settings.get().graceDays }, asked);
      // What a person can't choose is told all the same; what they could and did not, they know.
      const isOpen = question.files.map(isOpenToChoice);
      const closed = asked.filter((_file, at) => isOpen[at] !== true);
      const upToDate = files.filter((file) => !asked.includes(file));
      const told = [...closed, ...upToDate].map((file) => ({ ...outcomeOf(file), left: leftOf(file) }));
      if (closed.length === asked.length) return told;
      const takeable = files.flatMap((file) => file.lines.map(({ change }) => change)).filter(isTakeable);
      const erasable = erasableNow(ports, takeable);
      const choice = await ports.consent.askWrite(question);
      if (choice === null) throw vaultError('NOT_CONFIRMED');
      if (!isChoiceOf(question, choice)) throw vaultError('INTERNAL');
      const taking = createTaking(ports, inSequence, rotation, erasable);
      return [...(await writeChosen(chosenOf(asked, scope, choice), taking)), ...told];
    },
  };
}

/** Lines that can't be written; none where the whole file can't be. */
function leftOf({ lines }: PlannedFile): Left[] {
  return lines.flatMap(({ change: { envVar }, error }) => (error === null ? [] : [{ envVar, error }]));
}
