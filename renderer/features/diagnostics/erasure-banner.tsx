import { useState } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { inParts } from '../../ui/in-parts.ts';
import { Note } from '../../ui/note.tsx';
import { runAction } from '../../ui/run-action.ts';

import { notify, notifyDone } from '../../ui/toast-store.ts';
import { useResource } from '../../use-resource.ts';
import { erasure as erasureSource, keychain as keychainSource } from '../../vault-data.ts';

const waitingWords = (waiting: number): string => words.erasure.waiting(waiting);

/** While the keychain has values that were to be erased; in trouble it says so itself, and tries them again when it is well. */
export function ErasureBanner() {
  const waiting = useResource(erasureSource).value?.waiting ?? 0;
  const isReady = useResource(keychainSource).value?.state === 'ready';
  const [busy, setBusy] = useState(false);
  if (waiting === 0 || !isReady) return null;

  async function tryAgain(): Promise<void> {
    setBusy(true);
    const asked = await runAction({ name: 'erasure', call: (clavis) => clavis.erasure.tryAgain({}) });
    setBusy(false);
    if (asked === null) return;
    erasureSource.set(asked.value);
    const left = asked.value.waiting;
    if (left > 0) notify({ tone: 'plain', text: waitingWords(left) });
    else notifyDone(waiting === 1 ? words.erasure.erasedOne : words.erasure.erasedMany);
  }

  return (
    <div className="banner" role="alert">
      <Note
        tone="due"
        icon="alert"
        actions={
          <Button busy={busy} onClick={() => void tryAgain()}>
            {words.common.tryAgain}
          </Button>
        }
      >
        {inParts(
          words.erasure.notRemoved(
            <strong>{waitingWords(waiting)}</strong>,
            waiting === 1 ? words.erasure.it : words.erasure.them,
          ),
        )}
      </Note>
    </div>
  );
}
