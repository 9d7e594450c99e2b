import type { CallError } from '../vault-client.ts';
import type { IconName } from './icons.tsx';

export interface Toast {
  readonly id: number;
  readonly tone: 'plain' | 'good' | 'bad';
  readonly text: string;
  readonly icon?: IconName;
  readonly code?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly shownAt: number;
  /** ms since the epoch; null: until it is closed. */
  readonly until: number | null;
  /** Whether the time that is left is shown: an undo ends with it. */
  readonly runsDown: boolean;
}

const shownMs = 4000;
/** Where there is something to press: the time to read it, decide and get there. */
const offeredMs = 10_000;
const most = 3;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function put(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

export const toastStore = {
  get: () => toasts,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** They name keys and files. */
export function closeAllToasts(): void {
  put([]);
}

export function closeToast(id: number): void {
  put(toasts.filter((toast) => toast.id !== id));
}

type Message = Pick<Toast, 'tone' | 'text'> & Partial<Pick<Toast, 'icon' | 'code' | 'action' | 'until' | 'runsDown'>>;

/** Says something in the corner and to screen readers; gives its id. */
export function notify(message: Message): number {
  lastId += 1;
  // Of a call that the lock cut off: the window shows that it is locked.
  if (message.code === 'VAULT_LOCKED') return lastId;
  const shownAt = Date.now();
  const until = shownAt + (message.action ? offeredMs : shownMs);
  const toast = { until, runsDown: false, ...message, id: lastId, shownAt };
  const kept = toasts.filter((older) => staysBeside(older, toast));
  put([...kept.slice(-(most - 1)), toast]);
  if (toast.until !== null) setTimeout(() => closeToast(toast.id), Math.max(0, toast.until - shownAt));
  return toast.id;
}

/** What passes by itself makes way for what is newer; an undo and an error stay, the same error once. */
function staysBeside(older: Toast, newer: Toast): boolean {
  if (older.runsDown) return true;
  return older.until === null && (older.text !== newer.text || older.code !== newer.code);
}

export function notifyDone(text: string, action?: Toast['action']): number {
  return notify({ tone: 'good', text, ...(action ? { action } : {}) });
}

/** Errors stay until they are closed. */
export function notifyError(error: CallError, action?: Toast['action']): number {
  return notify({ tone: 'bad', text: error.message, code: error.code, until: null, ...(action ? { action } : {}) });
}

/** Runs the newest undo that is still offered; false where there is none. */
export function undoNewest(): boolean {
  const newest = toasts.findLast((toast) => toast.runsDown && toast.action);
  if (!newest) return false;
  closeToast(newest.id);
  newest.action?.run();
  return true;
}
