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

/** Takes time and room that grow with the values alone, however many texts are looked at. */
export function createValuePieces(): ValuePieces {
  let places = new Float64Array(1 << 12);
  let count = 0;
  let isFull = false;

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
    add(value) {
      if (count + value.length > mostPieces) isFull = true;
      if (isFull) return;
      for (let at = 0; at + pieceLength <= value.length; at += 1) {
        const number = numberOf(value, at);
        const place = placeOf(number, places);
        if (places[place] === number) continue;
        places[place] = number;
        count += 1;
        if (count * 2 > places.length) grow();
      }
    },

    isIn(text) {
      for (let at = 0; at + pieceLength <= text.length; at += 1) {
        if (isFull) return true;
        const number = numberOf(text, at);
        if (places[placeOf(number, places)] === number) return true;
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
