import type { OtherSystemName } from '../../vault/version-control.ts';
import type { ReasonWords } from '../language.ts';

/** How each is told to leave a file alone, and how it is asked whether it does. */
const leftOut: Readonly<Record<OtherSystemName, string>> = {
  Mercurial: 'Let .hgignore name the file, and look with hg status',
  Subversion: 'Set svn:ignore on the file’s folder, and look with svn status',
  Fossil: 'Add it to ignore-glob, and look with fossil extras and fossil ls',
  Jujutsu: 'Let .gitignore name the file, run jj file untrack, and look with jj status',
  Sapling: 'Let .gitignore name the file, and look with sl status',
  Pijul: 'Let .ignore name the file, and look with pijul list',
  Breezy: 'Let .bzrignore name the file, and look with brz status',
  Darcs: 'Let the boring file name it, and look with darcs whatsnew',
  'Game of Trees': 'Let .gitignore name the file, and look with got status',
  Monotone: 'Let .mtn-ignore name the file, and look with mtn status',
  CVS: 'Let .cvsignore name the file, and look with cvs status',
  'Plastic SCM': 'Let ignore.conf name the file, and look with cm status',
};

/** Why it can't be told whether a file would be committed, and what to do for that. */
export const gitReasons = {
  GIT_SAID: (f) => f.words,
  GIT_ENDED: (f) => `git ended with ${f.exit}`,
  GIT_LATE: () => 'git gave no answer in time',
  GIT_RUNNER_FAILED: () => 'running git failed',
  GIT_NOT_RUN: (f) => `git can't be run: ${f.cause}`,
  GIT_MISSING: () => 'git is not installed',
  GIT_FOLDER_ELSEWHERE: () => 'git takes another folder than its own .git for the repository there',
  OUTER_REPOSITORY_ADDS: (f) => `the repository ${f.repository} has files there, and would add it`,
  LIKE_GIT_FOLDER: (f) => `${f.folder} is laid out as a git folder`,
  IGNORE_FILE_NOT_PLAIN: () => '.gitignore is not a plain file, and git reads no other',
  IGNORE_FILE_IN_INDEX: () => 'it has a .gitignore that is not in the folder',
  NO_IGNORE_LINE: () => 'git would commit it, and no line of a .gitignore can name it',
  NO_EXCLUDE_LINE: () => 'no line of an exclude file can name it',
  STILL_NOT_IGNORED: (f) => `${f.ignoreFile} has the line ${f.line} now, and it is still not ignored`,
  EXCLUDE_BEHIND_LINK: (f) => `${f.excludeFile} of the repository is behind a link`,
  OTHER_SYSTEM: (f) => `${f.folder} is a working copy of ${f.system}, which Clavis does not ask`,
  // git's own words: those behind its first line are not read.
  TRUST_REPOSITORY: (f) => `To add an exception for this directory, call: ${f.command}`,
  ASK_OTHER_SYSTEM: (f) => `${leftOut[f.system]}. Then say that it is not in git`,
} satisfies Partial<ReasonWords>;
