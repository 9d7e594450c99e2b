import { useResource } from '../../resource.ts';
import { Icon } from '../../ui/icons.tsx';
import { keychainWords } from '../../ui/keychain-words.ts';
import { chord } from '../../ui/shortcuts.ts';
import { keychain as keychainSource } from '../../vault-data.ts';
import { LeaseSetting } from './lease-setting.tsx';

const shortcuts: readonly (readonly [string, string])[] = [
  ['Keys, Projects, Activity', `${chord('1')} to ${chord('3')}`],
  ['Search', `/ or ${chord('F')}`],
  ['Add a key', chord('N')],
  ['Copy the selected key', `C or ${chord('C')}`],
  ['Rotate it', 'R'],
  ['Delete it', 'Delete'],
  ['Undo a deletion', chord('Z')],
  ['Open, and back', 'Enter, Esc'],
];

export function SettingsView() {
  const keychain = useResource(keychainSource).value;
  const words = keychain && keychainWords[keychain.state];
  return (
    <div className="view scroll">
      <div className="page">
        <h1>Settings</h1>
        <LeaseSetting />
        <section className="setting" aria-label="Keychain">
          <h3>Keychain</h3>
          {words && (
            <p className={`keychain-line keychain-${words.tone}`}>
              <Icon name={words.icon} /> <strong>{words.short}</strong>
            </p>
          )}
          <p className="none">
            {words?.mend ||
              'Values are in your system’s keychain, under Clavis. Other programs of yours can read them there.'}
          </p>
        </section>
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
      </div>
    </div>
  );
}
