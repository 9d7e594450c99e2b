/** Numbers that a seed alone decides (mulberry32). */
export interface Random {
  /** 0 to `below` - 1. */
  below(below: number): number;
  /** True this often, 0 to 1. */
  chance(often: number): boolean;
  pick<T>(from: readonly [T, ...T[]]): T;
  pick<T>(from: readonly T[]): T | undefined;
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  function pick<T>(from: readonly [T, ...T[]]): T;
  function pick<T>(from: readonly T[]): T | undefined;
  function pick<T>(from: readonly T[]): T | undefined {
    return from[below(from.length)];
  }
  return { below, chance: (often) => next() < often, pick };
}
