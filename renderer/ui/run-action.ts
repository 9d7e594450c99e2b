import { ask, type CallError } from '../vault-client.ts';
import { closeToastsAbout, notifyError, type Toast } from './toast-store.ts';

interface Action<T> {
  /** What it does, as "copy k1": what is said of an earlier try leaves with the next one. */
  readonly name: string;
  /** The key, project or file that it is about: what is said of it leaves when that is gone. */
  readonly subject?: string;
  readonly call: Parameters<typeof ask<T>>[0];
  /** What can be pressed next to the error. */
  readonly remedy?: (error: CallError) => Toast['action'];
}

/** Does what a button, a menu or a key asks for; says in the corner why it failed. Null: it did, or the person said no. */
export async function runAction<T>({ name, subject, call, remedy }: Action<T>): Promise<{ readonly value: T } | null> {
  closeToastsAbout(name);
  const answer = await ask(call);
  if (answer.ok) return { value: answer.value };
  const about = subject === undefined ? [name] : [name, subject];
  notifyError(answer.error, { about, action: remedy?.(answer.error) });
  return null;
}
