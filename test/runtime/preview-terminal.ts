import type { EventEmitter } from 'node:events';
import { createInterface } from 'node:readline';
import { livingTrays } from './tray.ts';
import { windowList } from './window-list.ts';

/** There is no tray to click in the preview: Enter in the terminal does it, and the terminal says so. */
export function watchTerminal(app: EventEmitter): void {
  let hidden = true;
  let quitting = false;
  app.on('before-quit', () => {
    quitting = true;
  });
  windowList.listen({
    created: () => {},
    allClosed: () => {},
    closeCancelled: () => {},
    focusChanged: () => {},
    visibilityChanged() {
      const nowHidden = !windowList.all().some((window) => window.isVisible());
      if (!nowHidden) quitting = false;
      if (nowHidden && !hidden && !quitting)
        console.log('The window is hidden, the app still runs: Enter opens it again, Ctrl+C quits.');
      hidden = nowHidden;
    },
  });
  createInterface({ input: process.stdin }).on('line', () => {
    const [tray] = livingTrays();
    if (tray && tray.tray.listenerCount('click') > 0) tray.tray.emit('click');
    else app.emit('activate', {}, false);
  });
}
