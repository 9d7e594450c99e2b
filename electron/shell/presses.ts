/** What of Electron's `webContents` tells of input; its own types fit. */
export interface PressSource {
  on(
    event: 'before-input-event',
    listener: (event: unknown, input: { type: string; isAutoRepeat: boolean }) => void,
  ): unknown;
  on(event: 'before-mouse-event' | 'input-event', listener: (event: unknown, input: { type: string }) => void): unknown;
}

/**
 * Tells of each key, button or touch that really begins in this window, before its page hears it.
 *
 * No page can bring one about: Electron emits these events in the browser process, on the input's way to the page
 * (`WebContents::PreHandleKeyboardEvent`, `PreHandleMouseEvent` and `OnInputEvent` in its `electron_api_web_contents.cc`;
 * Chromium's `RenderWidgetHostImpl` calls them from `ForwardKeyboardEventWithCommands`, `ForwardMouseEventWithLatencyInfo`
 * and `DispatchInputEventWithLatencyInfo`). What a script makes up by `click()` or `dispatchEvent()` never leaves the page's
 * own process. Whoever drives the app through a debugger or `sendInputEvent` counts as a person.
 *
 * Only beginnings count: a key that is held repeats, and the release of the key that locked comes after the lock. The press
 * of a screen reader raises no such event (it is no input to Chromium): its user presses a key.
 */
export function followPresses(contents: PressSource, onPress: () => void): void {
  contents.on('before-input-event', (_event, { type, isAutoRepeat }) => {
    if (type === 'keyDown' && !isAutoRepeat) onPress();
  });
  contents.on('before-mouse-event', (_event, { type }) => {
    if (type === 'mouseDown') onPress();
  });
  // Chromium makes the mouse events of a touch in the page's process, so that `before-mouse-event` does not come.
  contents.on('input-event', (_event, { type }) => {
    if (type === 'touchStart') onPress();
  });
}
