import type { ErrorCode } from '../../../electron/vault/errors.ts';
import type { ValuePlaceName } from '../../vault/stress/value-place.ts';
import type { World } from './world.ts';

/** Something that goes wrong while a person does something. One row of the table. */
export interface Fault {
  /** What goes wrong: `ENOSPC, the vault's disk`. */
  readonly fault: string;
  /** What the person does then: `add a key`. */
  readonly operation: string;
  /** What the person must see: this code, and words that hold this. */
  readonly code: ErrorCode;
  readonly words: RegExp;
  /** One of the most important: in the short form too. */
  readonly short?: boolean;
  /** Whether it can be made on this machine. Others are named and not counted. */
  readonly possible?: boolean;
  /** Where values are, if it can be made there alone. */
  readonly onlyWhere?: ValuePlaceName;
  /** Brings the vault to where the fault strikes; what this changes is no part of the proof. */
  prepare?(world: World): Promise<void>;
  /** Makes the fault; the returned function takes it away. */
  strike(world: World): Promise<() => Promise<void> | void>;
  act(world: World): Promise<unknown>;
  /** Before it is tried again: a new start, where only that helps. */
  recover?(world: World): Promise<void>;
}

/** How one fault ended. */
export interface Outcome {
  readonly fault: Fault;
  /** What the person saw. */
  readonly code: string;
  readonly words: string;
  /** What changed although the operation failed, in a few words; none is the goal. */
  readonly changes: readonly string[];
  readonly worksAgain: boolean;
}
