import type { Channel } from './contract.ts';

/** Where an unforeseen error came from. Never its message, which might quote a value (invariant 1). */
export function logInternalError(channel: Channel, error: unknown): void {
  const kind = error instanceof Error ? error.constructor.name : typeof error;
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  console.error([`${channel}: ${kind}`, ...frames].join('\n'));
}
