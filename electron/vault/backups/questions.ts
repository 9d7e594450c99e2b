import { firstOf } from '../first-of.ts';
import type { Consent } from '../ports.ts';
import { fullQuestionLine, questionLine } from '../shown-text.ts';
import type { Linkable } from './projects.ts';

/** In lines: a dialog must fit on the screen. */
const most = 12;

/**
 * Whether folders that a backup names may be linked, which else takes a native dialog for each (invariant 2). All of them are
 * shown, a dozen at a time.
 */
export async function askLink(consent: Consent, linkable: readonly Linkable[]): Promise<boolean> {
  for (let first = 0; first < linkable.length; first += most) {
    const some = linkable.slice(first, first + most);
    const folders = some.map(({ root, targets }) =>
      fullQuestionLine(`${root}: ${targets.map(({ file }) => file).join(', ') || '.env'}`),
    );
    if (!(await consent.ask({ kind: 'linkFolders', facts: { folders } }))) return false;
  }
  return true;
}

/** Whether restored keys may have the policy `always`, as they had where the backup was made. */
export function askAlways(consent: Consent, names: readonly string[]): Promise<boolean> {
  return consent.ask({ kind: 'restoreCopyAlways', facts: firstOf(names.map(questionLine), most) });
}

/** Whether previous values may go to which the person could still return: restoring a value takes their place. */
export function askErasing(consent: Consent, names: readonly string[]): Promise<boolean> {
  return consent.ask({ kind: 'restoreErasing', facts: firstOf(names.map(questionLine), most) });
}
