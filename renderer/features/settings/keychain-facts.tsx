import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { inCorner } from '../../ui/in-corner.ts';
import { notifyDone } from '../../ui/toast-store.ts';
import { useCall } from '../../ui/use-call.ts';
import { useKeychain } from '../../ui/use-keychain.ts';

const inKeychain = 'Values are in your system’s keychain, under Clavis. Other programs of yours can read them there.';
const inVault =
  'Values are in a passphrase vault: a file in Clavis’ folder, sealed with your passphrase. While Clavis is locked nobody can read them.';

/** Where the values are, and how that is. */
export function KeychainFacts() {
  const { isPending, run } = useCall(inCorner({ name: 'keychain' }));
  const keychain = useKeychain();
  const words = keychain?.words;
  return (
    <section className="setting" aria-label="Keychain">
      <h3>Keychain</h3>
      {words && (
        <p className={`keychain-line keychain-${words.tone}`}>
          <Icon name={words.icon} /> <strong>{words.short}</strong>
        </p>
      )}
      <p className="none">{words?.fix || (keychain?.isVault ? inVault : inKeychain)}</p>
      {keychain?.isVault && (
        <Button
          busy={isPending}
          onClick={() =>
            run((clavis) => clavis.keychain.changePassphrase({}), {
              done: () => void notifyDone('Passphrase changed.'),
            })
          }
        >
          Change passphrase…
        </Button>
      )}
    </section>
  );
}
