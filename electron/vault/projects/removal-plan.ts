import { toVaultError } from '../errors.ts';
import type { BindingRecord, ProjectRecord, TargetRecord } from '../records.ts';
import type { WriteFile, WriteLine } from '../write-question.ts';
import type { TargetGitState } from './git-answers.ts';
import { gitOf } from './write-plan.ts';

/** The lines of one key that are to go from one file. */
export interface LinePlan {
  readonly keyId: string;
  readonly target: TargetRecord;
  readonly project: ProjectRecord;
  /** Tells whether the file is still as it was; null where it could not be read. No bytes of it are kept while a person looks. */
  readonly stamp: string | null;
  /** Null where git was not asked. */
  readonly git: TargetGitState | null;
  readonly lines: readonly OwnLine[];
  readonly left: number;
  /** Why the file can't be changed; then the question says so. */
  readonly error: unknown;
}

export interface OwnLine {
  readonly binding: BindingRecord;
  /** It was there before Clavis wrote to it. */
  readonly foreign: boolean;
  /** There are several of it, perhaps with other values: they all go. */
  readonly repeated: boolean;
  /** Of the value in the file. */
  readonly last4: string | null;
}

/** How the plan is shown. */
export function removalFile({ project, target, git, lines, error }: LinePlan): WriteFile {
  const named = lines.map(({ binding: { envVar }, foreign, repeated, last4 }): WriteLine => {
    const nothing = { key: null, keyBefore: null, keyAt: null, last4: null, currentSince: null, note: null } as const;
    const there = { last4, holds: 'value' } as const;
    return {
      envVar,
      change: 'removed',
      state: 'leaving',
      ...nothing,
      there,
      foreign,
      repeated,
      couldRun: false,
      misreadBy: [],
      blocked: null,
      take: null,
    };
  });
  return {
    project: project.name,
    file: target.file,
    root: project.root,
    exists: true,
    git: git && gitOf(git),
    blocked: error === null ? null : toVaultError(error),
    lines: named,
  };
}
