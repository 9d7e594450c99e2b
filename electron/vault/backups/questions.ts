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
    const agreed = await consent.ask({
      message:
        some.length === 1 ? 'Link this folder of the backup?' : `Link these ${some.length} folders of the backup?`,
      detail: [
        'Clavis will then offer to write keys to these files.',
        ...some.map(({ root, targets }) =>
          fullQuestionLine(`${root}: ${targets.map(({ file }) => file).join(', ') || '.env'}`),
        ),
      ].join('\n'),
      action: 'Link',
    });
    if (!agreed) return false;
  }
  return true;
}

/** Whether restored keys may have the policy `always`, as they had where the backup was made. */
export function askAlways(consent: Consent, names: readonly string[]): Promise<boolean> {
  return consent.ask({
    message: `Allow ${names.length} restored ${names.length === 1 ? 'key' : 'keys'} to be copied any number of times?`,
    detail: ['So it was where the backup was made. Cancel restores them to be copied once.', ...shortList(names)].join(
      '\n',
    ),
    action: 'Allow',
  });
}

/** Whether previous values may go to which the person could still return: restoring a value takes their place. */
export function askErasing(consent: Consent, names: readonly string[]): Promise<boolean> {
  return consent.ask({
    message: `Erase the previous value of ${names.length} ${names.length === 1 ? 'key' : 'keys'} now?`,
    detail: [
      'Their last rotation can still be undone. Once the backup’s value is restored, it can’t.',
      ...shortList(names),
    ].join('\n'),
    action: names.length === 1 ? 'Erase previous value' : 'Erase previous values',
  });
}

function shortList(names: readonly string[]): string[] {
  const shown = names.length > most ? [...names.slice(0, most - 1), `and ${names.length - most + 1} more`] : names;
  return shown.map(questionLine);
}
