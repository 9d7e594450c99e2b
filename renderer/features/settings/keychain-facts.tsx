import * as words from '../../../electron/messages/window.ts';
import { Icon } from '../../ui/icons.tsx';
import { keychainWords } from '../../ui/keychain-words.ts';
import { useResource } from '../../use-resource.ts';
import { keychain as keychainSource } from '../../vault-data.ts';

/** Where the values are, and how that is. */
export function KeychainFacts() {
  const keychain = useResource(keychainSource).value;
  const state = keychain && keychainWords[keychain.state];
  return (
    <section className="setting" aria-label={words.keychain.title}>
      <h3>{words.keychain.title}</h3>
      {state && (
        <p className={`keychain-line keychain-${state.tone}`}>
          <Icon name={state.icon} /> <strong>{state.short}</strong>
        </p>
      )}
      <p className="none">{state?.fix || words.keychain.where}</p>
    </section>
  );
}
