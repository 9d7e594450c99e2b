import { chord } from '../../ui/shortcuts.ts';

type Row = readonly [what: string, keys: string];

const shortcutsOf = (singleKeys: boolean): readonly Row[] => [
  ['Keys, Projects, Activity, Trash', `${chord('1')} to ${chord('4')}`],
  ['Search', singleKeys ? `/ or ${chord('F')}` : chord('F')],
  ['Add a key', chord('N')],
  ['Copy the selected key', singleKeys ? `C or ${chord('C')}` : chord('C')],
  ...(singleKeys ? ([['Rotate it', 'R']] as const) : []),
  ['Edit it', 'F2'],
  ['Delete the focused row’s key', 'Delete'],
  ['Undo a deletion', chord('Z')],
  ['Open, and back', 'Enter, Esc'],
  ['Lock', chord('L')],
  ['Quit', chord('Q')],
];

/** What the keys of the window do. */
export function Keyboard({ singleKeys }: { singleKeys: boolean }) {
  return (
    <section className="setting" aria-label="Keyboard">
      <h3>Keyboard</h3>
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
