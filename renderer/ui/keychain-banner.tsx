import { useResource } from '../use-resource.ts';
import type { KeychainView } from '../vault-client.ts';
import { keys } from '../vault-data.ts';
import { Button } from './button.tsx';
import { inCorner } from './in-corner.ts';
import { Note } from './note.tsx';
import { notifyDone } from './toast-store.ts';
import { useCall } from './use-call.ts';
import { useKeychain } from './use-keychain.ts';

/** Above every view while values can't be read: what is wrong and how to fix it (invariant 6). */
export function KeychainBanner() {
  const keychain = useKeychain();
  const hasKeys = useResource(keys).value?.length !== 0;
  const { isPending, run } = useCall(inCorner({ name: 'keychain' }));
  if (!keychain || keychain.state === 'ready') return null;
  const { short, icon, tone, fix } = keychain.words;
  // Main takes it in no other place of a keychain, and for no vault that has its values in one.
  const mayChoose = (keychain.state === 'missing' || keychain.state === 'denied') && !keychain.isVault && !hasKeys;

  const done = ({ state }: KeychainView): void => {
    if (state === 'ready') notifyDone('The keychain answers again.');
  };

  const chosen = (): void => void notifyDone('Passphrase vault created.');

  return (
    <div className="banner" role="alert">
      <Note
        tone={tone}
        icon={icon}
        actions={
          <>
            {keychain.state === 'other' && (
              <Button
                kind="quiet"
                busy={isPending}
                onClick={() => run((clavis) => clavis.keychain.adopt({}), { done })}
              >
                Go on with this one
              </Button>
            )}
            {mayChoose && (
              <Button
                kind="quiet"
                busy={isPending}
                onClick={() => run((clavis) => clavis.keychain.choosePassphrase({}), { done: chosen })}
              >
                Use a passphrase vault…
              </Button>
            )}
            <Button busy={isPending} onClick={() => run((clavis) => clavis.keychain.tryAgain({}), { done })}>
              Try again
            </Button>
          </>
        }
      >
        <strong>{short}.</strong> {fix}
      </Note>
    </div>
  );
}
