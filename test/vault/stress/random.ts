/** Numbers that come again with their seed (mulberry32). */
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
  let state = seed >>> 0;
  const part = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(part() * count);
  return {
    part,
    below,
    chance: (wanted) => part() < wanted,
    pick: (from) => from[below(from.length)] ?? null,
  };
}
