import { mulberry32 } from '../../support/mulberry.ts';

/** Numbers that a seed alone decides. */
export interface Random {
  /** 0 to `below` - 1. */
  below(below: number): number;
  /** True this often, 0 to 1. */
  chance(often: number): boolean;
  pick<T>(from: readonly [T, ...T[]]): T;
  pick<T>(from: readonly T[]): T | undefined;
}

export function seededRandom(seed: number): Random {
  const next = mulberry32(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  function pick<T>(from: readonly [T, ...T[]]): T;
  function pick<T>(from: readonly T[]): T | undefined;
  function pick<T>(from: readonly T[]): T | undefined {
    return from[below(from.length)];
  }
  return { below, chance: (often) => next() < often, pick };
}
