import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useCall } from '../../ui/use-call.ts';
import { useResource } from '../../use-resource.ts';
import { lock } from '../../vault-data.ts';

const worth = {
  'touch-id': 'Touch ID is asked before anything is shown.',
  passphrase: 'Your values are sealed. Clavis asks for your passphrase in a window of its own.',
  nobody: 'This hides the list; it doesn’t check who is there. Your keychain and your screen lock do.',
} as const;
const pending = {
  'touch-id': 'Waiting for Touch ID',
  passphrase: 'Waiting for passphrase',
  nobody: 'Unlock',
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
        <h1>Clavis is locked</h1>
        <p className="lock-worth">{worth[checks]}</p>
        <Button kind="primary" className="lock-open" busy={isPending} autoFocus onClick={unlock}>
          {isPending ? pending[checks] : 'Unlock'}
        </Button>
        <ErrorNote error={error} />
      </div>
    </main>
  );
}
