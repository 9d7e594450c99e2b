import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { inCorner } from '../../ui/in-corner.ts';
import { notifyDone } from '../../ui/toast-store.ts';
import { useCall } from '../../ui/use-call.ts';
import { useKeychain } from '../../ui/use-keychain.ts';
import { MoveValues } from './move-values.tsx';

/** Where the values are, and how that is. */
export function KeychainFacts() {
  const { isPending, run } = useCall(inCorner({ name: 'keychain' }));
  const keychain = useKeychain();
  const state = keychain?.words;
  return (
    <section className="setting" aria-label={words.keychain.title}>
      <h3>{words.keychain.title}</h3>
      {state && (
        <p className={`keychain-line keychain-${state.tone}`}>
          <Icon name={state.icon} /> <strong>{state.short}</strong>
        </p>
      )}
      <p className="none">{state?.fix || (keychain?.isVault ? words.passphraseVault.where : words.keychain.where)}</p>
      {keychain?.isVault && (
        <div className="setting-actions">
          <Button
            busy={isPending}
            onClick={() =>
              run((clavis) => clavis.keychain.changePassphrase({}), {
                done: () => void notifyDone(words.passphraseVault.changed),
              })
            }
          >
            {words.passphraseVault.change}
          </Button>
        </div>
      )}
      <MoveValues />
    </section>
  );
}
