import type { GitState } from '../ports.ts';
import type { ProjectRecord, TargetRecord } from '../records.ts';
import type { VaultPorts } from '../vault-ports.ts';

/** Whether git lets a value be written there, or the person said that it has no say. */
export type TargetGitState = GitState | { readonly kind: 'safe'; readonly why: 'outside-git' };

/** A file that git is asked about. */
export interface AskedFile {
  readonly target: TargetRecord;
  readonly project: ProjectRecord;
}

/** What git says of a file. @throws FOLDER_GONE, TARGET_LEAVES_PROJECT, TARGET_UNREADABLE */
export type AskGit = (file: AskedFile) => Promise<TargetGitState>;

type GitPorts = Pick<VaultPorts, 'store' | 'git' | 'clock'>;

/** In ms: what git said longer ago is asked again before a file is written by it. */
const freshMs = 2_000;
/** How many files are asked about together, a project's own aside: these are never apart. */
const together = 16;

interface Answer {
  readonly state: Promise<GitState>;
  /** By the clock that nobody sets; null: git is being asked. */
  answeredAt: number | null;
}

/** A tracked file stays refused, whatever was said of it. */
function withWord(state: GitState, { outsideGit }: TargetRecord): TargetGitState {
  const isOutside = outsideGit && (state.kind === 'exposed' || state.kind === 'unknown');
  return isOutside ? { kind: 'safe', why: 'outside-git' } : state;
}

/** Asks about one file. */
export function askGitAlone({ git }: Pick<VaultPorts, 'git'>): AskGit {
  return async ({ project, target }) => withWord(await git.stateOf(project.root, target.file), target);
}

/**
 * Asks about many files, some at a time, when the first of those comes to it: what they have in common is looked at once, a
 * repository is asked once for all of its files, and yet right before they are planned, or written.
 */
export function askGitTogether({ git, store, clock }: GitPorts, targetIds: readonly string[]): AskGit {
  const groups = groupsOf(store, targetIds);
  const answers = new Map<string, Answer>();

  function askAbout(group: readonly TargetRecord[]): void {
    const places = group.flatMap(({ id, projectId, file }) => {
      const project = store.projects.find(projectId);
      return project === null ? [] : [{ id, root: project.root, file }];
    });
    for (const [at, state] of git.statesOf(places).entries()) {
      const answer: Answer = { state, answeredAt: null };
      const end = (): void => {
        answer.answeredAt = clock.uptime();
      };
      // Of one that failed the file it is about is told.
      state.then(end, end);
      answers.set(places[at]?.id ?? '', answer);
    }
  }

  function isFresh(answer: Answer | undefined): boolean {
    if (answer === undefined) return false;
    return answer.answeredAt === null || clock.uptime() - answer.answeredAt < freshMs;
  }

  return async ({ project, target }) => {
    if (!isFresh(answers.get(target.id))) askAbout(groups.get(target.id) ?? []);
    const state = await (answers.get(target.id)?.state ?? git.stateOf(project.root, target.file));
    return withWord(state, target);
  };
}

/** The files that are asked about together, by each of them. */
function groupsOf(store: GitPorts['store'], targetIds: readonly string[]): Map<string, readonly TargetRecord[]> {
  const targets = targetIds.flatMap((id) => store.targets.find(id) ?? []);
  const groups: TargetRecord[][] = [[]];
  for (const [, ofProject] of Map.groupBy(targets, ({ projectId }) => projectId)) {
    if ((groups.at(-1)?.length ?? 0) >= together) groups.push([]);
    groups.at(-1)?.push(...ofProject);
  }
  return new Map(groups.flatMap((group) => group.map(({ id }) => [id, group] as const)));
}
