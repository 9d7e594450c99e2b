import { describe, expect, it } from 'vitest';
import { createValuePieces, piecesOf } from '../../electron/vault/value-pieces.ts';
import { mulberry32 } from '../support/mulberry.ts';

function randomText(random: () => number, length: number): string {
  return Array.from({ length }, () => String.fromCharCode(33 + Math.floor(random() * 90))).join('');
}

describe('pieces of values', () => {
  it('are found wherever six characters in a row of a value stand, and nowhere else', () => {
    const random = mulberry32(7);
    const values = Array.from({ length: 3_000 }, () => randomText(random, 40));
    const pieces = piecesOf(values);
    const real = new Set(values.flatMap((value) => Array.from({ length: 35 }, (_, at) => value.slice(at, at + 6))));
    for (let round = 0; round < 20_000; round += 1) {
      const text = randomText(random, 6);
      expect(pieces.isIn(text)).toBe(real.has(text));
    }
    for (const value of values.slice(0, 200)) {
      expect(pieces.isIn(`Title ${value.slice(9, 15)} more`)).toBe(true);
      expect(pieces.isIn(`${value.slice(9, 14)}ü${value.slice(15, 20)}`)).toBe(false);
    }
  });

  it('are of their case, and of six characters at least', () => {
    const pieces = piecesOf(['Tr0ub4dor&3', 'short']);
    expect(pieces.isIn('my Tr0ub4 one')).toBe(true);
    expect(pieces.isIn('my tr0ub4 one')).toBe(false);
    expect(pieces.isIn('Tr0ub')).toBe(false);
    expect(pieces.isIn('short')).toBe(false);
  });

  it('more than anybody exports make every text suspect, in bounded room', () => {
    const pieces = createValuePieces();
    for (let part = 0; part < 40; part += 1) pieces.add(randomText(mulberry32(part), 60_000));
    expect(pieces.isIn('Acme production')).toBe(true);
    expect(pieces.isIn('Acme')).toBe(false);
  });
});
