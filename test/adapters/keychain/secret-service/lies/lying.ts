import type { OpenKeychain } from '../../../../../electron/adapters/keychain/keychain.ts';
import { Secret } from '../../../../../electron/vault/secret.ts';
import type { Answer } from '../../../../support/lying-bus.ts';
import {
  collectionPath,
  type Lie,
  type LyingService,
  prime,
  promptPath,
  sessionPath,
} from '../../../../support/lying-secret-service.ts';

export const kept = 'sk-kept-before-the-lie';

export const item = `${collectionPath}/1`;

export type LieWith = (lying: LyingService) => Lie;
export type Act = (keychain: OpenKeychain) => Promise<unknown>;

export const read: Act = async (keychain) => (await keychain.read('kept/1'))?.reveal() ?? null;
export const readAbsent: Act = (keychain) => keychain.read('absent/1');
export const write: Act = (keychain) => keychain.write('new/1', new Secret('sk-new'));
export const remove: Act = (keychain) => keychain.remove('kept/1');
export const list: Act = (keychain) => keychain.accounts();

export interface Case {
  readonly title: string;
  readonly at: string;
  readonly lie: LieWith;
  readonly act: Act;
  /** The error's code, or what it gives all the same. */
  readonly code?: string;
  readonly gives?: unknown;
  /** What the next read is told: a prompt that is still open stays the only one, a message that never ends ends the connection. */
  readonly next?: 'KEYCHAIN_LOCKED' | 'KEYCHAIN_TIMEOUT';
  /** Before the lie. */
  readonly prepare?: (lying: LyingService) => void;
}

export const hang: LieWith = () => () => {};
export const refuse =
  (name: string): LieWith =>
  () =>
  (call, _honest, wire) =>
    wire.refuse(call, name);
export const answer = (signature: string, ...body: unknown[]): Answer => ({ signature, body });
export const say =
  (...given: Parameters<typeof answer>): LieWith =>
  () =>
  (call, _honest, wire) =>
    wire.reply(call, answer(...given));
export const publicKey = (key: Uint8Array): LieWith => say('vo', ['ay', Buffer.from(key)], sessionPath);
export const oneLess = Buffer.from(prime);
oneLess[127] = 0xfe;

/** Answers with this secret in the item's place. */
export const secretOf =
  (make: (lying: LyingService) => unknown, path = item): LieWith =>
  (lying) =>
  (call, _honest, wire) =>
    wire.reply(call, answer('a{o(oayays)}', [[path, make(lying)]]));

/** Answers with a prompt; `then` is what happens when it is shown. */
export const prompting =
  (then: Lie = () => {}): LieWith =>
  (lying) =>
  (call, _honest, wire) => {
    lying.lieAt('Prompt', (shown, honest, prompt) => {
      prompt.reply(shown, answer(''));
      then(shown, honest, prompt);
    });
    const bodies = { Unlock: answer('aoo', [], promptPath), CreateItem: answer('oo', '/', promptPath) };
    wire.reply(
      call,
      call.member === 'Unlock' ? bodies.Unlock : call.member === 'Delete' ? answer('o', promptPath) : bodies.CreateItem,
    );
  };

export const lockAll = (lying: LyingService): void => {
  for (const one of lying.items.values()) one.locked = true;
  lying.locked = true;
};

export const failed = 'KEYCHAIN_FAILED';
export const timeout = 'KEYCHAIN_TIMEOUT';
export const locked = 'KEYCHAIN_LOCKED';
export const missing = 'KEYCHAIN_MISSING';

/** Spoils the bytes of the honest answer. */
export const spoil =
  (change: (bytes: Buffer) => Buffer): LieWith =>
  () =>
  (call, honest, wire) =>
    wire.send(change(wire.replyBytes(call, honest())));
