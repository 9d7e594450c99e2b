import type { Comparisons } from './comparisons.ts';
import type { Ports } from './ports.ts';
import type { Renamings } from './renamings.ts';

/** What the vault is built on, with what all of its parts share. */
export interface VaultPorts extends Ports {
  readonly comparisons: Comparisons;
  readonly renamings: Renamings;
}
