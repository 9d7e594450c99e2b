/** From this length on, a value that stands anywhere in a text is taken for itself, not for a word. */
const tellingLength = 4;

const few = 8;
const productLimit = 1_000_000;

/** Tells whether a text holds one of some values. */
export type HoldsValue = (text: string) => boolean;

/**
 * Looks for many values in many texts in time that grows with their lengths, not with their product. Values of less than
 * four characters count as whole words alone: `wordsOf` gives a text's words.
 */
export function findValues(values: readonly string[], wordsOf: (text: string) => ReadonlySet<string>): HoldsValue {
  const short = new Set(values.filter((value) => value.length < tellingLength));
  const long = withoutLonger(values.filter((value) => value.length >= tellingLength));
  const beginnings = new Set(long.map((value) => value.slice(0, tellingLength)));

  /** Whether one of the values begins at this place. None begins another: it could only be the one that sorts just before. */
  function beginsAt(text: string, at: number): boolean {
    if (!beginnings.has(text.slice(at, at + tellingLength))) return false;
    const rest = text.slice(at);
    let low = 0;
    let high = long.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((long[middle] ?? '') <= rest) low = middle + 1;
      else high = middle;
    }
    const before = long[low - 1];
    return before !== undefined && rest.startsWith(before);
  }

  const isLittleWork = fewValues(long);
  return (text) => {
    if (short.size > 0 && [...wordsOf(text)].some((word) => short.has(word))) return true;
    if (isLittleWork(text)) return long.some((value) => text.includes(value));
    for (let at = 0; at + tellingLength <= text.length; at += 1) if (beginsAt(text, at)) return true;
    return false;
  };
}

/** Whether `includes`, which takes up to the product of both lengths, is fast enough for a text: for most entries it is. */
function fewValues(values: readonly string[]): (text: string) => boolean {
  const lengths = values.reduce((sum, value) => sum + value.length, 0);
  return (text) => values.length <= few && text.length * lengths <= productLimit;
}

/** Sorted, and without those that begin with another: a text that holds one of these holds the other, too. */
function withoutLonger(values: readonly string[]): string[] {
  const kept: string[] = [];
  for (const value of values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))) {
    const before = kept.at(-1);
    if (before === undefined || !value.startsWith(before)) kept.push(value);
  }
  return kept;
}
