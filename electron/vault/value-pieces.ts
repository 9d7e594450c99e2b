/** So many characters of a value in a row tell a part of it. */
const pieceLength = 6;
/** More pieces than any export has; beyond, every text is taken for one that holds a piece. */
const mostPieces = 2_000_000;
/** An odd number below 2^26, so that a product with it stays exact. */
const spread = 0x2c1b3c7;
const half = 2 ** 26;

/** Pieces of values, to be looked for in the words around them (invariant 1). */
export interface ValuePieces {
  add(value: string): void;
  /** Whether the text holds six characters in a row of one of the values. */
  isIn(text: string): boolean;
}

/**
 * The piece at this place as a number of 52 bits; never 0. Only equal pieces have equal numbers, but for chance, and chance
 * only takes a text for one that holds a piece.
 */
function numberOf(text: string, at: number): number {
  let low = 0;
  let high = 0;
  for (let next = at; next < at + pieceLength; next += 1) {
    const unit = text.charCodeAt(next) + 1;
    low = (low * 0x10001 + unit * spread) % half;
    high = (high * 0x8765 + unit * 0x9e37 + (low >>> 7)) % half;
  }
  return high * half + low + 1;
}

/** Numbers above 0; grows in place. */
interface NumberSet {
  /** Returns whether it was not there. */
  add(number: number): boolean;
  has(number: number): boolean;
}

function createNumberSet(): NumberSet {
  let places = new Float64Array(64);
  let count = 0;

  /** Where the number is, or where it would go. */
  function placeOf(number: number, among: Float64Array): number {
    let place = number % (among.length - 1);
    while (among[place] !== 0 && among[place] !== number) place = place + 1 < among.length ? place + 1 : 0;
    return place;
  }

  function grow(): void {
    const larger = new Float64Array(places.length * 4);
    for (const number of places) if (number !== 0) larger[placeOf(number, larger)] = number;
    places = larger;
  }

  return {
    add(number) {
      const place = placeOf(number, places);
      if (places[place] === number) return false;
      places[place] = number;
      count += 1;
      if (count * 2 > places.length) grow();
      return true;
    },
    has: (number) => places[placeOf(number, places)] === number,
  };
}

/** So many sets share the pieces: when one grows, nobody waits for it. */
const setsCount = 256;

/** Takes time and room that grow with the values alone, however many texts are looked at. */
export function createValuePieces(): ValuePieces {
  const sets = new Map<number, NumberSet>();
  let count = 0;

  function setOf(number: number): NumberSet {
    const which = number % setsCount;
    const found = sets.get(which) ?? createNumberSet();
    sets.set(which, found);
    return found;
  }

  return {
    add(value) {
      if (count + value.length > mostPieces) count = Number.POSITIVE_INFINITY;
      if (count > mostPieces) return;
      for (let at = 0; at + pieceLength <= value.length; at += 1) {
        const number = numberOf(value, at);
        if (setOf(number).add(number)) count += 1;
      }
    },

    isIn(text) {
      for (let at = 0; at + pieceLength <= text.length; at += 1) {
        const number = numberOf(text, at);
        if (count > mostPieces || setOf(number).has(number)) return true;
      }
      return false;
    },
  };
}

/** {@link createValuePieces} of these values. */
export function piecesOf(values: readonly string[]): ValuePieces {
  const pieces = createValuePieces();
  for (const value of values) pieces.add(value);
  return pieces;
}
