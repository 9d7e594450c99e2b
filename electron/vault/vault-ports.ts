import type { GuessLimiter } from './guess-limiter.ts';
import type { WaitingValues } from './keys/waiting-values.ts';
import type { Ports } from './ports.ts';
import type { Renamings } from './renamings.ts';
import type { TrustedTime } from './trusted-time.ts';

/** What the vault is built on, with what all of its parts share. */
export interface VaultPorts extends Ports {
  readonly guessLimiter: GuessLimiter;
  readonly renamings: Renamings;
  readonly trustedTime: TrustedTime;
  readonly waitingValues: WaitingValues;
}
