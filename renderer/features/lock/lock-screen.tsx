import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useCall } from '../../ui/use-call.ts';
import { useResource } from '../../use-resource.ts';
import { lock } from '../../vault-data.ts';

const worth = {
  'touch-id': words.lock.touchId,
  passphrase: words.lock.passphrase,
  nobody: words.lock.hides,
} as const;
const pending = {
  'touch-id': words.lock.waiting,
  passphrase: words.lock.waitingForPassphrase,
  nobody: words.lock.unlock,
} as const;

/** All that there is in the window while it is locked, and what unlocking is worth here. */
export function LockScreen() {
  const checks = useResource(lock).value?.checks ?? 'nobody';
  const { isPending, error, run } = useCall();
  // Still shown then: main was not locked any more, and had told so before.
  const unlock = (): void => run((clavis) => clavis.lock.unlock({}), { next: lock.reload });

  return (
    <main className="lock">
      <div className="lock-top" />
      <div className="lock-body">
        <span className="lock-mark" aria-hidden="true">
          <Icon name="lock" />
        </span>
        <h1>{words.lock.title}</h1>
        <p className="lock-worth">{worth[checks]}</p>
        <Button kind="primary" className="lock-open" busy={isPending} autoFocus onClick={unlock}>
          {isPending ? pending[checks] : words.lock.unlock}
        </Button>
        <ErrorNote error={error} />
      </div>
    </main>
  );
}
