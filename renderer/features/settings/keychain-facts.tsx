import { Icon } from '../../ui/icons.tsx';
import { useKeychain } from '../../ui/use-keychain.ts';

const inKeychain = 'Values are in your system’s keychain, under Clavis. Other programs of yours can read them there.';
const inVault =
  'Values are in a passphrase vault: a file in Clavis’ folder, sealed with your passphrase. While Clavis is locked nobody can read them.';

/** Where the values are, and how that is. */
export function KeychainFacts() {
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
    </section>
  );
}
