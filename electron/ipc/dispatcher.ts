import { isVaultError, vaultError } from '../vault/errors.ts';
import { toCallError } from './call-error.ts';
import { type Answer, type Channel, calls, channelsOf, type Input, type Result, type WindowKind } from './contract.ts';

/** One function per channel of the contract. */
export type Handlers = { readonly [C in Channel]: (input: Input<C>) => Result<C> | Promise<Result<C>> };

/** What the router needs to know of a message's sender; Electron's own event fits. */
export interface Sender {
  readonly sender: { readonly id: number };
  readonly senderFrame: { readonly origin: string; readonly parent: unknown } | null;
}

/** Which of our windows a `webContents` belongs to, or null for a stranger. */
export type WindowKindOf = (webContentsId: number) => WindowKind | null;

export interface DispatcherOptions {
  /** The exact origin of each window's page, such as `app://clavis`. */
  readonly origins: Readonly<Record<WindowKind, string>>;
  readonly windowKindOf: WindowKindOf;
  readonly isLocked: () => boolean;
  /** Runs what a page of this kind asked for, as far as nobody may be at that window; as it is where it isn't given. */
  readonly onBehalfOf?: (kind: WindowKind, work: () => Promise<Answer<unknown>>) => Promise<Answer<unknown>>;
  /** Told of errors that are no vault errors: their kind and place, never their message, which might quote a value. */
  readonly onInternalError: (channel: Channel, error: unknown) => void;
}

type AnyHandler = (input: unknown) => unknown;

/** A lock closes every question of main's own: what is asked while it is locked is what unlocks. */
const openWhileLocked: readonly Channel[] = ['lock.get', 'lock.unlock', 'question.get', 'question.answer'];
/** Whose answers may cross although it is locked by then. */
const saidWhileLocked: readonly Channel[] = [...openWhileLocked, 'lock.lock'];

/**
 * Answers one call: sender checked, lock checked, input parsed, handler run, result parsed, so that nothing unnamed slips
 * out (invariant 1). Errors cross as data; an unforeseen one crosses without its message.
 */
export function createDispatcher(handlers: Handlers, options: DispatcherOptions) {
  const table: { readonly [C in Channel]: { run: AnyHandler }['run'] } = withUnknownInput(handlers);

  /** The window that calls; null where it may not. */
  function callerOf({ sender, senderFrame }: Sender, channel: Channel): WindowKind | null {
    const kind = options.windowKindOf(sender.id);
    if (kind === null || senderFrame === null || senderFrame.parent !== null) return null;
    return senderFrame.origin === options.origins[kind] && channelsOf[kind].includes(channel) ? kind : null;
  }

  function refuse(error: unknown): Answer<never> {
    return { ok: false, error: toCallError(error) };
  }

  async function run(channel: Channel, input: unknown): Promise<Answer<unknown>> {
    try {
      const parsed = calls[channel].input.safeParse(input);
      if (!parsed.success) throw vaultError('BAD_MESSAGE', { channel });
      const value = await table[channel](parsed.data);
      return { ok: true, value: calls[channel].result.parse(value) };
    } catch (error) {
      if (!isVaultError(error)) options.onInternalError(channel, error);
      return refuse(error);
    }
  }

  return async function answer(channel: Channel, event: Sender, input: unknown): Promise<Answer<unknown>> {
    const caller = callerOf(event, channel);
    if (caller === null) return refuse(vaultError('NOT_ALLOWED', { channel }));
    if (options.isLocked() && !openWhileLocked.includes(channel)) return refuse(vaultError('VAULT_LOCKED'));
    const work = () => run(channel, input);
    const answered = await (options.onBehalfOf?.(caller, work) ?? work());
    // What was done stays done; what it gave, or why it failed, is not shown once it is locked.
    const isHidden = options.isLocked() && !saidWhileLocked.includes(channel);
    return isHidden ? refuse(vaultError('VAULT_LOCKED')) : answered;
  };
}

/** Each handler takes what its own schema parsed; the table as a whole can only promise `unknown`. */
function withUnknownInput(handlers: Handlers): { readonly [C in Channel]: { run(input: unknown): unknown }['run'] } {
  return handlers;
}
