import { dirname, join } from 'node:path';
import type { Looks } from './looks.ts';

/** The working copy of another system that a folder lies in. */
export interface OtherSystem extends Pick<System, 'name' | 'advice'> {
  /** Its top, absolute. */
  readonly folder: string;
}

interface System {
  readonly name: string;
  /** What lies at the top of its working copy, any of them. */
  readonly markers: readonly string[];
  /** How it is told to leave a file alone, and how it is asked whether it does. */
  readonly advice: string;
}

/**
 * Version control systems besides git. They are not asked: each runs programs that a project's configuration names. Where each
 * puts its marker: hg(1), svn's "Working Copy" chapter, fossil's `_FOSSIL_` and `.fslckout`, jj's `.jj`, Sapling's `.sl`, Pijul's
 * `.pijul`, and so on.
 */
const systems: readonly System[] = [
  { name: 'Mercurial', markers: ['.hg'], advice: 'Let .hgignore name the file, and look with hg status' },
  { name: 'Subversion', markers: ['.svn'], advice: 'Set svn:ignore on the file’s folder, and look with svn status' },
  {
    name: 'Fossil',
    markers: ['.fslckout', '_FOSSIL_'],
    advice: 'Add it to ignore-glob, and look with fossil extras and fossil ls',
  },
  {
    name: 'Jujutsu',
    markers: ['.jj'],
    advice: 'Let .gitignore name the file, run jj file untrack, and look with jj status',
  },
  { name: 'Sapling', markers: ['.sl'], advice: 'Let .gitignore name the file, and look with sl status' },
  { name: 'Pijul', markers: ['.pijul'], advice: 'Let .ignore name the file, and look with pijul list' },
  { name: 'Breezy', markers: ['.bzr'], advice: 'Let .bzrignore name the file, and look with brz status' },
  { name: 'Darcs', markers: ['_darcs'], advice: 'Let the boring file name it, and look with darcs whatsnew' },
  { name: 'Game of Trees', markers: ['.got'], advice: 'Let .gitignore name the file, and look with got status' },
  { name: 'Monotone', markers: ['_MTN'], advice: 'Let .mtn-ignore name the file, and look with mtn status' },
  { name: 'CVS', markers: ['CVS/Entries'], advice: 'Let .cvsignore name the file, and look with cvs status' },
  {
    name: 'Plastic SCM',
    markers: ['.plastic/plastic.wktree'],
    advice: 'Let ignore.conf name the file, and look with cm status',
  },
];

/**
 * The other system whose working copy the folder lies in, the innermost; null where there is none. One whose repository is git's
 * own, in the very folder, goes by what git ignores: Jujutsu next to a `.git`.
 */
export async function otherSystemAbove(folder: string, looks: Looks): Promise<OtherSystem | null> {
  for (let at = folder; ; at = dirname(at)) {
    for (const { name, markers, advice } of systems) {
      for (const marker of markers) {
        if (!(await looks.exists(join(at, marker)))) continue;
        if (name === 'Jujutsu' && (await looks.exists(join(at, '.git')))) continue;
        return { name, folder: at, advice };
      }
    }
    if (dirname(at) === at) return null;
  }
}
