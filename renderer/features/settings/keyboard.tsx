import * as words from '../../../electron/messages/window.ts';
import { chord } from '../../ui/shortcuts.ts';

type Row = readonly [what: string, keys: string];

const shortcutsOf = (singleKeys: boolean): readonly Row[] => [
  [words.shortcuts.places, words.shortcuts.fromTo(chord('1'), chord('4'))],
  [words.shortcuts.search, singleKeys ? words.shortcuts.slashOr(chord('F')) : chord('F')],
  [words.shortcuts.addKey, chord('N')],
  [words.shortcuts.copySelected, singleKeys ? words.shortcuts.letterOr(chord('C')) : chord('C')],
  ...(singleKeys ? ([[words.shortcuts.rotateIt, 'R']] as const) : []),
  [words.shortcuts.editIt, 'F2'],
  [words.shortcuts.deleteIt, words.shortcuts.deleteKey],
  [words.shortcuts.undoDelete, chord('Z')],
  [words.shortcuts.openAndBack, words.shortcuts.enterAndEsc],
  [words.shortcuts.lock, chord('L')],
  [words.shortcuts.quit, chord('Q')],
];

/** What the keys of the window do. */
export function Keyboard({ singleKeys }: { singleKeys: boolean }) {
  return (
    <section className="setting" aria-label={words.shortcuts.keyboard}>
      <h3>{words.shortcuts.keyboard}</h3>
      <dl className="shortcuts">
        {shortcutsOf(singleKeys).map(([what, keys]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
