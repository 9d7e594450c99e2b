import { useSyncExternalStore } from 'react';
import * as words from '../../electron/messages/window.ts';
import { Button, IconButton } from './button.tsx';
import { ErrorDetails } from './error-details.tsx';
import { Icon } from './icons.tsx';
import { Said } from './said.tsx';
import { secondsLeft } from './time.ts';
import { closeToast, type Toast, toastStore } from './toast-store.ts';
import { useNow } from './use-now.ts';

const iconOf = { plain: 'shield', good: 'check', bad: 'stop' } as const;

/** The window's only live region. */
export function Toasts() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.get);
  return (
    <div className="toasts" role="status" aria-live="polite" aria-label={words.toasts.messages}>
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const { action } = toast;
  return (
    <div className={`toast toast-${toast.tone}`}>
      <Icon name={toast.icon ?? iconOf[toast.tone]} />
      <div className="toast-text">
        <p>
          <Said text={toast.text} />
        </p>
        {toast.code && <ErrorDetails code={toast.code} />}
      </div>
      {action && (
        <Button
          kind="quiet"
          className="toast-action"
          onClick={() => {
            closeToast(toast.id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      {toast.runsDown && toast.until !== null && <RunDown until={toast.until} from={toast.shownAt} />}
      <IconButton icon="close" label={words.toasts.closeMessage} onClick={() => closeToast(toast.id)} />
    </div>
  );
}

function RunDown({ until, from }: { until: number; from: number }) {
  const now = useNow(250);
  return (
    <>
      <span className="toast-seconds" aria-hidden="true">
        {words.common.seconds(secondsLeft(until, now))}
      </span>
      <span className="toast-bar" aria-hidden="true" style={{ animationDuration: `${until - from}ms` }} />
    </>
  );
}
