import limited from 'p-limit';
import { vaultError } from '../../vault/errors.ts';
import { gitRefusal } from '../../vault/git-refusal.ts';
import { createKeyedSequencer } from '../../vault/keyed-sequencer.ts';
import type { Files, Git, GitState, IgnorePlace, Outcome } from '../../vault/ports.ts';
import { createSharedCalls } from '../../vault/shared-calls.ts';
import { addToExclude } from './exclude.ts';
import { refuseForeignText, withLine } from './ignore-line.ts';
import { askForList, type Listed } from './listed.ts';
import type { GitProcesses } from './processes.ts';
import { noAnswerInTime } from './protocol.ts';
import { late, stateIn } from './states.ts';
import { type Asked, type GitAsked, whomToAsk } from './whom-to-ask.ts';

type GitOutcome = Outcome<GitState>;

export interface GitOptions {
  /** The PATH to look for git on; the process' own by default. */
  readonly path?: string;
  /** How long git may take, in ms: a project on a slow network drive, or one that makes it wait on a pipe. */
  readonly timeLimit?: number;
}

/** In a project: one that makes git wait leaves turns to the others. */
const atOnce = 2;
/** For how long, in ms, a project is not asked again that made git wait until its time was over. */
const restMs = 30_000;

/** The system's own git, asked without running anything of the project. Throws what `locate` throws. */
export function openGit(files: Files, processes: GitProcesses, { path, timeLimit = 10_000 }: GitOptions = {}): Git {
  // Two lines for one file at a time would take each other for a stranger's change.
  const inSequence = createKeyedSequencer();
  const shared = createSharedCalls<ReadonlyMap<string, GitOutcome>>();
  const turns = new Map<string, ReturnType<typeof limited>>();
  const restUntil = new Map<string, number>();

  const whomIn = (root: string): ((file: string) => Promise<Asked>) =>
    whomToAsk(root, { processes, timeLimit, path: path ?? process.env['PATH'] ?? '' });

  function turnIn(root: string): ReturnType<typeof limited> {
    const turn = turns.get(root) ?? limited(atOnce);
    turns.set(root, turn);
    return turn;
  }

  const isResting = (root: string): boolean => performance.now() < (restUntil.get(root) ?? 0);

  async function stateOfOne(root: string, asked: GitAsked, listed: Listed | undefined): Promise<GitState> {
    if (isResting(root)) return late;
    const state = await stateIn(root, asked, listed);
    if (state.kind === 'unknown' && state.said === noAnswerInTime) restUntil.set(root, performance.now() + restMs);
    return state;
  }

  async function askNow(root: string, files: readonly string[]): Promise<ReadonlyMap<string, GitOutcome>> {
    if (isResting(root)) return new Map(files.map((file) => [file, { ok: true, value: late }]));
    const whom = whomIn(root);
    const turn = turnIn(root);
    const find = async (file: string) => ({ file, asked: await turn(() => outcomeOf(whom(file))) });
    const found = await Promise.all(files.map(find));
    const open = found.flatMap(({ asked }) => (asked.ok && !('state' in asked.value) ? [asked.value] : []));
    const listed = open.length > 0 ? await turn(() => askForList(open)) : new Map<GitAsked, Listed>();
    const states = found.map(async ({ file, asked }): Promise<[string, GitOutcome]> => {
      if (!asked.ok) return [file, asked];
      const { value } = asked;
      if ('state' in value) return [file, { ok: true, value: value.state }];
      return [file, await turn(() => outcomeOf(stateOfOne(root, value, listed.get(value))))];
    });
    return new Map(await Promise.all(states));
  }

  const statesOf: Git['statesOf'] = (root, files) =>
    shared([root, ...files].join('\0'), () => askNow(root, [...new Set(files)]));

  async function stateOf(root: string, file: string): Promise<GitState> {
    const outcome = (await statesOf(root, [file])).get(file);
    if (outcome?.ok !== true) throw outcome?.error;
    return outcome.value;
  }

  const ignore = async (root: string, file: string, where: IgnorePlace): Promise<void> => {
    const state = await stateOf(root, file);
    if (state.kind === 'safe') return;
    if (state.kind !== 'exposed') throw gitRefusal(state, file);
    let { ignoreFile, line } = state;
    const asked = where === 'exclude' ? await whomIn(root)(file) : null;
    if (asked !== null && 'git' in asked && asked.question !== undefined) {
      ignoreFile = 'info/exclude';
      line = await addToExclude(asked.git, asked.question, asked.place, file);
    } else {
      const old = await files.read(root, ignoreFile);
      refuseForeignText(old.bytes, ignoreFile);
      await files.write(root, ignoreFile, withLine(old.bytes, line), old);
    }
    if ((await stateOf(root, file)).kind !== 'safe') {
      throw vaultError('GIT_FAILED', {
        file,
        said: `${ignoreFile} has the line ${line} now, and it is still not ignored`,
      });
    }
  };
  return { stateOf, statesOf, ignore: (root, file, where) => inSequence('ignore', () => ignore(root, file, where)) };
}

async function outcomeOf<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    return { ok: false, error };
  }
}
