import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { openFiles } from '../../../electron/adapters/files/files.ts';
import { openGit } from '../../../electron/adapters/git/git.ts';
import { gitProcesses } from '../../support/git-processes.ts';
import { type GitProject, type GitProjectPlan, makeGitProject } from '../../support/git-project.ts';

export const files = openFiles();
/** The product's own git. */
export const git = openGit(files, gitProcesses.run);

/** What a test of git's answers has around it; all of it is removed behind the test. */
export interface GitTest {
  /** The home folder, empty at first. */
  readonly home: string;
  folder(): string;
  project(plan?: GitProjectPlan): GitProject;
  atEnd(task: () => void): void;
}

/** A home folder, and folders, for each test of the file. */
export function setUpGitTest(): () => GitTest {
  let current: GitTest | null = null;
  let cleanUp: (() => void)[] = [];

  beforeEach(() => {
    cleanUp = [];
    const folder = (): string => {
      const made = realpathSync(mkdtempSync(join(tmpdir(), 'clavis-folder-')));
      cleanUp.push(() => rmSync(made, { recursive: true, force: true }));
      return made;
    };
    const home = folder();
    vi.stubEnv('HOME', home);
    for (const name of ['XDG_CONFIG_HOME', 'XDG_DATA_HOME']) vi.stubEnv(name, undefined);
    current = {
      home,
      folder,
      project(plan) {
        const made = makeGitProject(plan);
        cleanUp.push(made.remove);
        return made;
      },
      atEnd: (task) => void cleanUp.push(task),
    };
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    for (const task of cleanUp.reverse()) task();
  });
  return () => {
    if (current === null) throw new Error('only within a test');
    return current;
  };
}
