import { dirname } from 'node:path';
import { type OtherSystemName, otherSystems } from '../../vault/version-control.ts';
import type { Looks } from './looks.ts';

/** The working copy of another system that a folder lies in. */
export interface OtherSystem {
  readonly name: OtherSystemName;
  /** Its top, absolute. */
  readonly folder: string;
}

/**
 * What lies at the top of each one's working copy, any of these. They are not asked: each runs programs that a project's
 * configuration names. Where each puts its marker: hg(1), svn's "Working Copy" chapter, fossil's `_FOSSIL_` and `.fslckout`, jj's
 * `.jj`, Sapling's `.sl`, Pijul's `.pijul`, and so on.
 */
const markers: Readonly<Record<OtherSystemName, readonly string[]>> = {
  Mercurial: ['.hg'],
  Subversion: ['.svn'],
  Fossil: ['.fslckout', '_FOSSIL_'],
  Jujutsu: ['.jj'],
  Sapling: ['.sl'],
  Pijul: ['.pijul'],
  Breezy: ['.bzr'],
  Darcs: ['_darcs'],
  'Game of Trees': ['.got'],
  Monotone: ['_MTN'],
  CVS: ['CVS/Entries'],
  'Plastic SCM': ['.plastic/plastic.wktree'],
};

/**
 * The other system whose working copy the folder lies in, the innermost; null where there is none. One whose repository is git's
 * own, in the very folder, goes by what git ignores: Jujutsu next to a `.git`.
 */
export async function otherSystemAbove(folder: string, looks: Looks): Promise<OtherSystem | null> {
  for (let at = folder; ; at = dirname(at)) {
    for (const name of otherSystems) {
      for (const marker of markers[name]) {
        if (!(await looks.holds(at, marker))) continue;
        if (name === 'Jujutsu' && (await looks.holds(at, '.git'))) continue;
        return { name, folder: at };
      }
    }
    if (dirname(at) === at) return null;
  }
}
