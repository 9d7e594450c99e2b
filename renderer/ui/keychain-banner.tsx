import * as words from '../../electron/messages/window.ts';
import { useResource } from '../use-resource.ts';
import type { KeychainView } from '../vault-client.ts';
import { keychain as keychainSource } from '../vault-data.ts';
import { Button } from './button.tsx';
import { inCorner } from './in-corner.ts';
import { keychainWords } from './keychain-words.ts';
import { Note } from './note.tsx';
import { notifyDone } from './toast-store.ts';
import { useCall } from './use-call.ts';

/** Above every view while values can't be read: what is wrong and how to fix it (invariant 6). */
export function KeychainBanner() {
  const keychain = useResource(keychainSource).value;
  const { isPending, run } = useCall(inCorner({ name: 'keychain' }));
  if (!keychain || keychain.state === 'ready') return null;
  const { short, icon, tone, fix } = keychainWords[keychain.state];

  const done = ({ state }: KeychainView): void => {
    if (state === 'ready') notifyDone(words.keychain.answersAgain);
  };

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
