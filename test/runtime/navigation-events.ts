import type { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { preventable } from './event.ts';
import type { PageNavigation } from './network.ts';

/** Asks the app about a navigation that a page wants, by Electron's events. False when a listener prevents it. */
export function mayNavigate(
  contents: EventEmitter,
  { url, redirect }: PageNavigation,
  frame: Electron.WebFrameMain | null,
  isMainFrame: boolean,
): boolean {
  const ownEvents = isMainFrame ? ['will-frame-navigate', 'will-navigate'] : ['will-frame-navigate'];
  let allowed = true;
  for (const name of redirect ? ['will-redirect'] : ownEvents) {
    const event = preventable({ url, isSameDocument: false, isMainFrame, frame });
    contents.emit(name, event, url, false, isMainFrame, frame?.processId ?? 0, frame?.frameTreeNodeId ?? 0);
    if (event.defaultPrevented) allowed = false;
  }
  return allowed;
}
