import type { CallError } from '../vault-client.ts';
import type { IconName } from './icons.tsx';
import { sharedState } from './shared-state.ts';
import { isSilent } from './silent-errors.ts';

export interface Toast {
  readonly id: number;
  readonly tone: 'plain' | 'good' | 'bad';
  readonly text: string;
  readonly icon?: IconName;
  /** Of an error: its code and facts. */
  readonly code?: CallError['code'];
  readonly facts?: CallError['details'];
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly shownAt: number;
  /** ms since the epoch; null: until it is closed. */
  readonly until: number | null;
  /** Whether the time that is left is shown: an undo ends with it. */
  readonly runsDown: boolean;
  /** The action and the things it is about: it leaves when one of them is tried again or gone. */
  readonly about: readonly string[];
  /** Whether it belongs to what the view shows, and leaves with it. */
  readonly ofView: boolean;
}

const shownMs = 4000;
/** Where there is something to press: the time to read it, decide and get there. */
const offeredMs = 10_000;
const most = 3;

let lastId = 0;

export const toastStore = sharedState<readonly Toast[]>([]);

function closeWhere(isOver: (toast: Toast) => boolean): void {
  const toasts = toastStore.get();
  if (toasts.some(isOver)) toastStore.set(toasts.filter((toast) => !isOver(toast)));
}

/** They name keys and files. */
export function closeAllToasts(): void {
  toastStore.set([]);
}

export function closeToast(id: number): void {
  closeWhere((toast) => toast.id === id);
}

/** Closes what is about this action or thing. */
export function closeToastsAbout(what: string): void {
  closeWhere(({ about }) => about.includes(what));
}

/** Closes what belonged to the view that was left; an undo stays as long as it can be pressed. */
export function closeToastsOfView(): void {
  closeWhere(({ ofView, runsDown }) => ofView && !runsDown);
}

/** Closes errors whose cause is gone, by their codes and facts. */
export function closeErrors(isOver: (code: CallError['code'], facts: CallError['details']) => boolean): void {
  closeWhere(({ code, facts = {} }) => code !== undefined && isOver(code, facts));
}

type Message = Pick<Toast, 'tone' | 'text'> & Partial<Omit<Toast, 'id' | 'tone' | 'text' | 'shownAt'>>;

/** Says something in the corner and to screen readers; gives its id. */
export function notify(message: Message): number {
  lastId += 1;
  const shownAt = Date.now();
  const until = shownAt + (message.action ? offeredMs : shownMs);
  const toast = { until, runsDown: false, about: [], ofView: true, ...message, id: lastId, shownAt };
  const kept = toastStore.get().filter((older) => staysBeside(older, toast));
  toastStore.set([...kept.slice(-(most - 1)), toast]);
  if (toast.until !== null) setTimeout(() => closeToast(toast.id), Math.max(0, toast.until - shownAt));
  return toast.id;
}

/** What passes by itself makes way for what is newer; an undo and an error stay, the same error once. */
function staysBeside(older: Toast, newer: Toast): boolean {
  if (older.runsDown) return true;
  return older.until === null && (older.text !== newer.text || older.code !== newer.code);
}

export function notifyDone(text: string, action?: Toast['action'], about: readonly string[] = []): number {
  return notify({ tone: 'good', text, about, ...(action ? { action } : {}) });
}

type ErrorOptions = Partial<Pick<Toast, 'about' | 'ofView'>> & { readonly action?: Toast['action'] };

/** Says why something failed, until it is closed, tried again or out of sight; nothing of what the person knows already. */
export function notifyError(error: CallError, { action, ...rest }: ErrorOptions = {}): void {
  if (isSilent(error)) return;
  const { message: text, code, details: facts } = error;
  notify({ tone: 'bad', text, code, facts, until: null, ...rest, ...(action ? { action } : {}) });
}

/** Runs the newest undo that is still offered; false where there is none. */
export function undoNewest(): boolean {
  const newest = toastStore.get().findLast((toast) => toast.runsDown && toast.action);
  if (!newest) return false;
  closeToast(newest.id);
  newest.action?.run();
  return true;
}
