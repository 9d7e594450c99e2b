import { Icon } from '../../ui/icons.tsx';
import { keychainWords } from '../../ui/keychain-words.ts';
import { useResource } from '../../use-resource.ts';
import { keychain as keychainSource } from '../../vault-data.ts';

/** Where the values are, and how that is. */
export function KeychainFacts() {
  const keychain = useResource(keychainSource).value;
  const words = keychain && keychainWords[keychain.state];
  return (
    <section className="setting" aria-label="Keychain">
      <h3>Keychain</h3>
      {words && (
        <p className={`keychain-line keychain-${words.tone}`}>
          <Icon name={words.icon} /> <strong>{words.short}</strong>
        </p>
      )}
      <p className="none">
        {words?.fix ||
          'Values are in your system’s keychain, under Clavis. Other programs of yours can read them there.'}
      </p>
    </section>
  );
}
