import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onFirstPaint } from '../../electron/shell/first-paint.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

class Window extends EventEmitter {
  readonly webContents = new EventEmitter();
  destroyed = false;
  isDestroyed(): boolean {
    return this.destroyed;
  }
}

function open(env: NodeJS.ProcessEnv = {}) {
  const window = new Window();
  const then = vi.fn();
  onFirstPaint(window, then, env);
  return { window, then };
}

it('is once, at the first frame', () => {
  const { window, then } = open({ XDG_SESSION_TYPE: 'wayland' });
  window.webContents.emit('did-finish-load');
  vi.advanceTimersByTime(100);
  expect(then).not.toHaveBeenCalled();
  window.emit('ready-to-show');
  expect(then).toHaveBeenCalledOnce();
  window.webContents.emit('did-fail-load');
  vi.advanceTimersByTime(10_000);
  expect(then).toHaveBeenCalledOnce();
});

it('comes a moment after the load where a hidden window draws nothing, as on Wayland', () => {
  const { window, then } = open({ WAYLAND_DISPLAY: 'wayland-0' });
  vi.advanceTimersByTime(10_000);
  window.webContents.emit('did-finish-load');
  expect(then).not.toHaveBeenCalled();
  vi.advanceTimersByTime(500);
  expect(then).toHaveBeenCalledOnce();
});

it('waits for a slow page elsewhere, but not for ever', () => {
  const { window, then } = open();
  window.webContents.emit('did-finish-load');
  vi.advanceTimersByTime(3_000);
  expect(then).not.toHaveBeenCalled();
  vi.advanceTimersByTime(3_000);
  expect(then).toHaveBeenCalledOnce();
});

it('comes when the page can’t be loaded, and never for a window that is gone', () => {
  const failed = open();
  failed.window.webContents.emit('did-fail-load');
  expect(failed.then).toHaveBeenCalledOnce();
  const gone = open();
  gone.window.webContents.emit('did-finish-load');
  gone.window.destroyed = true;
  vi.advanceTimersByTime(10_000);
  expect(gone.then).not.toHaveBeenCalled();
});
