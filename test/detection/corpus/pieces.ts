import type { LabelledCase } from '../../stress/recognition/case.ts';
import { createRandom, fromPattern } from './from-pattern.ts';

/** A case without the group and the id, which come with its place. */
export type Piece = Omit<LabelledCase, 'group' | 'id'>;

/** Builds made-up values: no file holds a text that a scanner for leaked keys would take for real. */
export interface Maker {
  /** A text that fits the pattern. */
  text(pattern: string): string;
  /** A JWT with these claims. */
  jwt(claims: Readonly<Record<string, unknown>>): string;
}

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Returns the same values for the same seed. */
export function createMaker(seed: number): Maker {
  const random = createRandom(seed);
  const text = (pattern: string) => fromPattern(pattern, random);
  return {
    text,
    jwt: (claims) => `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}.${text('[A-Za-z0-9_-]{43}')}`,
  };
}

/** A value of this pattern, and the pattern, by which a failure names its row. */
export function madeFrom(make: Maker, pattern: string): { readonly value: string; readonly source: string } {
  return { value: make.text(pattern), source: pattern };
}

/** The lines of a table, each cut at its bars. */
export function rowsOf(table: string): string[][] {
  const lines = table.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').map((line) => line.split(' | ').map((cell) => cell.trim()));
}
