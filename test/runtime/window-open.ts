import type Electron from 'electron';
import { missing } from './refuse.ts';

export type WindowOpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

/** Asks the app about a window that a page wants. It is not opened in any case; an app that allows it is told so. */
export function refuseWindow(
  handler: WindowOpenHandler | null,
  { url, name, features }: { url: string; name: string; features: string },
  referrer: string,
): void {
  const answer = handler?.({
    url,
    frameName: name,
    features,
    disposition: features === '' ? 'foreground-tab' : 'new-window',
    referrer: { url: referrer, policy: 'strict-origin-when-cross-origin' },
  });
  if (answer?.action === 'deny') return;
  console.error(missing(`a window that a page opens (${url}): it was not opened`).message);
}
