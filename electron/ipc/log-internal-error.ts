import type { Diagnostics } from '../vault/diagnostics.ts';
import type { Channel } from './contract.ts';

/** Notes an error of a call that nobody foresaw: the window hears that something went wrong, the log of what kind and where. */
export function logInternalErrors({ report }: Diagnostics): (channel: Channel, error: unknown) => void {
  return (channel, error) => report('call', error, [channel]);
}
