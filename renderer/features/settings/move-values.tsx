import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { inCorner } from '../../ui/in-corner.ts';
import { Note } from '../../ui/note.tsx';
import { notifyDone } from '../../ui/toast-store.ts';
import { useCall } from '../../ui/use-call.ts';
import { useResource } from '../../use-resource.ts';
import { moving } from '../../vault-data.ts';

/** Where values can go from a place, and what is left there by what came from the other one. */
const texts = {
  keychain: { to: 'passphrase', start: words.moving.toVault, done: words.moving.inVault, left: words.moving.fileLeft },
  passphrase: {
    to: 'keychain',
    start: words.moving.toKeychain,
    done: words.moving.inKeychain,
    left: words.moving.keychainLeft,
  },
} as const;

/** Moves values to the other place; says how far that is, and what it left in the one before. */
export function MoveValues() {
  const view = useResource(moving).value;
  const start = useCall(inCorner({ name: 'move' }));
  const again = useCall(inCorner({ name: 'move-left' }));
  if (!view) return null;
  const { place, progress, left } = view;
  const text = texts[place];
  const isLeft = left > 0 && !start.isPending;
  return (
    <>
      {progress && (
        <div className="progress">
          <p>
            <span>{words.moving.moving}</span>
            <span>{words.moving.of(progress.done.toLocaleString(), progress.total.toLocaleString())}</span>
          </p>
          <progress max={Math.max(1, progress.total)} value={progress.done} aria-label={words.moving.moving} />
          <p className="none">{words.moving.movingMeanwhile}</p>
        </div>
      )}
      {isLeft && (
        <Note
          tone="due"
          icon="alert"
          actions={
            <Button
              busy={again.isPending}
              onClick={() =>
                again.run((clavis) => clavis.moving.removeLeft({}), {
                  done: (now) => {
                    if (now.left === 0) notifyDone(words.moving.removed);
                  },
                })
              }
            >
              {words.common.tryAgain}
            </Button>
          }
        >
          <strong>{words.moving.left(left)}</strong> {text.left}
        </Note>
      )}
      <div className="setting-actions">
        <Button
          busy={start.isPending || progress !== null}
          onClick={() =>
            start.run((clavis) => clavis.moving.start({ to: text.to }), { done: () => void notifyDone(text.done) })
          }
        >
          {text.start}
        </Button>
      </div>
    </>
  );
}
