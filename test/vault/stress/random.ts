import { mulberry32 } from '../../support/mulberry.ts';

/** Numbers that come again with their seed. */
export interface Random {
  /** From 0 up to 1. */
  part(): number;
  /** A whole number from 0 up to `count`. */
  below(count: number): number;
  chance(part: number): boolean;
  /** Null where there is nothing to choose from. */
  pick<T>(from: readonly T[]): T | null;
}

export function createRandom(seed: number): Random {
  const part = mulberry32(seed);
  const below = (count: number): number => Math.floor(part() * count);
  return {
    part,
    below,
    chance: (wanted) => part() < wanted,
    pick: (from) => from[below(from.length)] ?? null,
  };
}
