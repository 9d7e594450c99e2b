import { chord } from '../../ui/shortcuts.ts';

const shortcuts: readonly (readonly [string, string])[] = [
  ['Keys, Projects, Activity, Trash', `${chord('1')} to ${chord('4')}`],
  ['Search', `/ or ${chord('F')}`],
  ['Add a key', chord('N')],
  ['Copy the selected key', `C or ${chord('C')}`],
  ['Rotate it', 'R'],
  ['Delete it', 'Delete'],
  ['Undo a deletion', chord('Z')],
  ['Open, and back', 'Enter, Esc'],
  ['Lock', chord('L')],
  ['Quit', chord('Q')],
];

/** What the keys of the window do. */
export function Keyboard() {
  return (
    <section className="setting" aria-label="Keyboard">
      <h3>Keyboard</h3>
      <dl className="shortcuts">
        {shortcuts.map(([what, keys]) => (
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
