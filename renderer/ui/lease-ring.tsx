import * as words from '../../electron/messages/window.ts';
import type { LeaseView } from '../vault-client.ts';
import { secondsLeft } from './time.ts';
import { useNow } from './use-now.ts';

/** The time a value stays on the clipboard, running down: a thin ring and its seconds. */
export function LeaseRing({ lease }: { lease: LeaseView }) {
  const now = useNow(250);
  const length = lease.endsAt - lease.startedAt;
  return (
    <span className="lease">
      <svg className="lease-ring" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        <circle className="lease-track" cx="8" cy="8" r="6.5" />
        <circle
          key={lease.startedAt}
          className="lease-left"
          cx="8"
          cy="8"
          r="6.5"
          pathLength="100"
          ref={(circle) => {
            // Set once: a window that opens in mid-lease shows what is left of it.
            if (circle) circle.style.animation = `lease-run ${length}ms linear ${lease.startedAt - Date.now()}ms both`;
          }}
        />
      </svg>
      <span className="lease-seconds">{words.common.seconds(secondsLeft(lease.endsAt, now))}</span>
    </span>
  );
}
