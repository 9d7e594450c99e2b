import limited from 'p-limit';
import { vaultError } from '../../vault/errors.ts';
import { gitRefusal } from '../../vault/git-refusal.ts';
import { createKeyedSequencer } from '../../vault/keyed-sequencer.ts';
import { outcomeOf, unwrap } from '../../vault/outcome.ts';
import type { Files, Git, GitPlace, GitState, IgnorePlace, Outcome } from '../../vault/ports.ts';
import { createSharedCalls } from '../../vault/shared-calls.ts';
import { addToExclude } from './exclude.ts';
import { refuseForeignText, withLine } from './ignore-line.ts';
import { askForList, type Listed } from './listed.ts';
import type { GitProcesses } from './processes.ts';
import { late, stateIn } from './states.ts';
import { type Asked, type GitAsked, whomToAsk } from './whom-to-ask.ts';

export interface GitOptions {
  /** The PATH to look for git on; the process' own by default. */
  readonly path?: string;
  /** How long git may take, in ms: a project on a slow network drive, or one that makes it wait on a pipe. */
  readonly timeLimit?: number;
}

type Find = ReturnType<typeof whomToAsk>;

const notAsked: Outcome<GitState> = { ok: false, error: new TypeError('not asked') };

/** In a project: one that makes git wait leaves turns to the others. */
const atOnce = 2;
/** For how long, in ms, a project is not asked again that made git wait until its time was over. */
const restMs = 30_000;

/** The system's own git, asked without running anything of the project. Throws what `locate` throws. */
export function openGit(files: Files, processes: GitProcesses, { path, timeLimit = 10_000 }: GitOptions = {}): Git {
  // Two lines for one file at a time would take each other for a stranger's change.
  const inSequence = createKeyedSequencer();
  const shared = createSharedCalls<GitState>();
  const turns = new Map<string, ReturnType<typeof limited>>();
  const restUntil = new Map<string, number>();

  const whom = (): Find => whomToAsk({ processes, timeLimit, path: path ?? process.env['PATH'] ?? '' });

  function turnIn(root: string): ReturnType<typeof limited> {
    const turn = turns.get(root) ?? limited(atOnce);
    turns.set(root, turn);
    return turn;
  }

  const isResting = (root: string): boolean => performance.now() < (restUntil.get(root) ?? 0);

  async function stateOfOne(root: string, asked: GitAsked, listed: Listed | undefined): Promise<GitState> {
    if (isResting(root)) return late;
    const state = await stateIn(root, asked, listed);
    if (state.kind === 'unknown' && state.said.code === 'GIT_LATE') restUntil.set(root, performance.now() + restMs);
    return state;
  }

  async function askAbout(
    root: string,
    files: readonly string[],
    find: Find,
  ): Promise<ReadonlyMap<string, Outcome<GitState>>> {
    const all = [...new Set(files)];
    if (isResting(root)) return new Map(all.map((file) => [file, { ok: true, value: late }]));
    const turn = turnIn(root);
    const found = await Promise.all(
      all.map(async (file) => ({ file, asked: await turn(() => outcomeOf(find({ root, file }))) })),
    );
    const open = found.flatMap(({ asked }) => (asked.ok && !('state' in asked.value) ? [asked.value] : []));
    const lists = [...Map.groupBy(open, ({ question }) => question?.cwd).values()].map((one) =>
      turn(() => askForList(one)),
    );
    const listed = new Map((await Promise.all(lists)).flatMap((list) => [...list]));
    const answer = async (asked: Outcome<Asked>): Promise<Outcome<GitState>> => {
      if (!asked.ok) return asked;
      const { value } = asked;
      if ('state' in value) return { ok: true, value: value.state };
      return turn(() => outcomeOf(stateOfOne(root, value, listed.get(value))));
    };
    return new Map(await Promise.all(found.map(async ({ file, asked }) => [file, await answer(asked)] as const)));
  }

  function statesOf(places: readonly GitPlace[]): Promise<GitState>[] {
    const find = whom();
    const projects = [...Map.groupBy(places, ({ root }) => root)].map(([root, inIt]) => {
      const files = inIt.map(({ file }) => file);
      return [root, askAbout(root, files, find)] as const;
    });
    const answers = new Map(projects);
    return places.map(async ({ root, file }) => unwrap((await answers.get(root))?.get(file) ?? notAsked));
  }

  const stateOf = (root: string, file: string): Promise<GitState> =>
    shared(`${root}\0${file}`, async () => unwrap((await askAbout(root, [file], whom())).get(file) ?? notAsked));

  const ignore = async (root: string, file: string, where: IgnorePlace): Promise<void> => {
    const state = await stateOf(root, file);
    if (state.kind === 'safe') return;
    if (state.kind !== 'exposed') throw gitRefusal(state, file);
    let { ignoreFile, line } = state;
    const asked = where === 'exclude' ? await whom()({ root, file }) : null;
    if (asked !== null && 'git' in asked && asked.question !== undefined) {
      ignoreFile = 'info/exclude';
      line = await addToExclude(asked.git, asked.question, asked.place, file);
    } else {
      const old = await files.read(root, ignoreFile);
      refuseForeignText(old.bytes, ignoreFile);
      await files.write(root, ignoreFile, withLine(old.bytes, line), old);
    }
    if ((await stateOf(root, file)).kind !== 'safe') {
      throw vaultError('GIT_FAILED', { file, said: { code: 'STILL_NOT_IGNORED', ignoreFile, line } });
    }
  };
  return { stateOf, statesOf, ignore: (root, file, where) => inSequence('ignore', () => ignore(root, file, where)) };
}
