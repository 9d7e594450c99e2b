import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whenDrawn } from '../../electron/shell/when-drawn.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

class Window extends EventEmitter {
  readonly webContents = new EventEmitter();
  destroyed = false;
  isDestroyed(): boolean {
    return this.destroyed;
  }
}

function open() {
  const window = new Window();
  const then = vi.fn();
  whenDrawn(window, then);
  return { window, then };
}

it('is once, at the first frame', () => {
  const { window, then } = open();
  window.webContents.emit('did-finish-load');
  vi.advanceTimersByTime(100);
  expect(then).not.toHaveBeenCalled();
  window.emit('ready-to-show');
  expect(then).toHaveBeenCalledOnce();
  window.webContents.emit('did-fail-load');
  vi.advanceTimersByTime(10_000);
  expect(then).toHaveBeenCalledOnce();
});

it('comes although the desktop lets a hidden window draw nothing, as Wayland does', () => {
  const { window, then } = open();
  vi.advanceTimersByTime(10_000);
  window.webContents.emit('did-finish-load');
  expect(then).not.toHaveBeenCalled();
  vi.advanceTimersByTime(500);
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
