import { join } from 'node:path';
import type { GitState } from '../../vault/ports.ts';
import { askIgnored, askOuter, askTracked, findTop } from './answers.ts';
import { localFileFor } from './committed-env.ts';
import { ignoreLine } from './ignore-line.ts';
import type { Listed } from './listed.ts';
import { nearestIgnoreFile, pathFrom, type Question } from './repository.ts';
import type { GitToRun } from './run.ts';
import { type GitAsked, outsideOf } from './whom-to-ask.ts';

/** Of a repository that made git wait until its time was over. */
export const late: GitState = { kind: 'unknown', said: { code: 'GIT_LATE' } };

/** What git would do with the file; `listed`: what the innermost repository's list tells of it. */
export async function stateIn(root: string, asked: GitAsked, listed: Listed | undefined): Promise<GitState> {
  const state = listed === 'late' ? late : await stateInGit(root, asked, listed === 'ignored');
  if (state.kind === 'tracked') {
    const instead = await localFileFor(root, asked.place);
    return instead === null ? state : { ...state, instead };
  }
  // Another system doesn't go by what git ignores.
  return asked.other === null || state.kind === 'unknown' ? state : outsideOf(asked.other);
}

async function stateInGit(root: string, asked: GitAsked, isIgnored: boolean): Promise<GitState> {
  const { git, question, around, dotfiles } = asked;
  const atHome = await stateAtHome(git, dotfiles);
  if (atHome !== null && atHome.kind !== 'safe') return atHome;
  if (question === undefined) return atHome ?? { kind: 'safe', why: 'no-repository' };
  // What is in the list is not tracked, and of the very repository that was found.
  const top = isIgnored ? null : await findTop(git, question);
  if (top !== null && typeof top !== 'string') return top;
  const tracked = isIgnored ? null : await askTracked(git, question);
  if (tracked !== null) return tracked;
  for (const [at, outer] of around.entries()) {
    const inner = around[at - 1] ?? question;
    const state = await askOuter(git, outer, inner.cwd);
    if (state !== null) return state;
  }
  if (top === null) return { kind: 'safe', why: 'ignored' };
  return (await askIgnored(git, question)) ?? exposed(root, top, asked);
}

/** What the repositories of a home folder know of the file; null where none of them is concerned. */
async function stateAtHome(git: GitToRun, dotfiles: readonly Question[]): Promise<GitState | null> {
  let state: GitState | null = null;
  for (const question of dotfiles) {
    const by = question.options?.[0]?.replace('--git-dir=', '') ?? question.cwd;
    const tracked = await askTracked(git, question);
    if (tracked !== null) return tracked.kind === 'tracked' ? { ...tracked, by } : tracked;
    const ignored = await askIgnored(git, question);
    if (ignored?.kind === 'unknown') return ignored;
    if (ignored === null) state = { kind: 'safe', why: 'only-if-added', by };
  }
  return state;
}

async function exposed(root: string, top: string, { place, nearest }: GitAsked): Promise<GitState> {
  const ignoreFile = await nearestIgnoreFile(root, top, nearest);
  if (ignoreFile === null) return { kind: 'unknown', said: { code: 'IGNORE_FILE_NOT_PLAIN' } };
  const line = ignoreLine(pathFrom(join(root, ignoreFile), place));
  if (line === null) return { kind: 'unknown', said: { code: 'NO_IGNORE_LINE' } };
  return { kind: 'exposed', ignoreFile, line };
}
