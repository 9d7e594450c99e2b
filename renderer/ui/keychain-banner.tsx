import * as words from '../../electron/messages/window.ts';
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
    if (state === 'ready') notifyDone(words.keychain.answersAgain);
  };

  const chosen = (): void => void notifyDone(words.passphraseVault.created);

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
                {words.keychain.goOn}
              </Button>
            )}
            {mayChoose && (
              <Button
                kind="quiet"
                busy={isPending}
                onClick={() => run((clavis) => clavis.keychain.choosePassphrase({}), { done: chosen })}
              >
                {words.passphraseVault.offer}
              </Button>
            )}
            <Button busy={isPending} onClick={() => run((clavis) => clavis.keychain.tryAgain({}), { done })}>
              {words.common.tryAgain}
            </Button>
          </>
        }
      >
        <strong>{short}.</strong> {fix}
      </Note>
    </div>
  );
}
