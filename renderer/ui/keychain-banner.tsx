import { useState } from 'react';
import { useResource } from '../use-resource.ts';
import type { KeychainView } from '../vault-client.ts';
import { keychain as keychainSource } from '../vault-data.ts';
import { Button } from './button.tsx';
import { keychainWords } from './keychain-words.ts';
import { Note } from './note.tsx';
import { runAction } from './run-action.ts';
import { notifyDone } from './toast-store.ts';

/** Above every view while values can't be read: what is wrong and how to fix it (invariant 6). */
export function KeychainBanner() {
  const keychain = useResource(keychainSource).value;
  const [busy, setBusy] = useState(false);
  if (!keychain || keychain.state === 'ready') return null;
  const { short, icon, tone, fix } = keychainWords[keychain.state];

  async function run(call: Parameters<typeof runAction<KeychainView>>[0]['call']): Promise<void> {
    setBusy(true);
    const asked = await runAction({ name: 'keychain', call });
    setBusy(false);
    if (asked === null) return;
    keychainSource.set(asked.value);
    if (asked.value.state === 'ready') notifyDone('The keychain answers again.');
  }

  return (
    <div className="banner" role="alert">
      <Note
        tone={tone}
        icon={icon}
        actions={
          <>
            {keychain.state === 'other' && (
              <Button kind="quiet" busy={busy} onClick={() => void run((clavis) => clavis.keychain.adopt({}))}>
                Go on with this one
              </Button>
            )}
            <Button busy={busy} onClick={() => void run((clavis) => clavis.keychain.tryAgain({}))}>
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
