const plain = /^[\x20-\x7e]*$/;

/** Lower case, without accents, each run of anything but letters and digits as one blank: what a search compares. */
export function fold(text: string): string {
  const letters = plain.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '');
  return letters
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const digits = 26;
const others = 31;

/**
 * Which characters a folded text holds, as bits: a to z, digits in pairs, one for all others. A text that lacks a bit of a
 * word can't hold that word, which tells most texts apart without looking at them.
 */
export function bitsOf(folded: string): number {
  let bits = 0;
  for (let at = 0; at < folded.length; at += 1) {
    const code = folded.charCodeAt(at);
    if (code >= 97 && code <= 122) bits |= 1 << (code - 97);
    else if (code >= 48 && code <= 57) bits |= 1 << (digits + ((code - 48) >> 1));
    else if (code !== 32) bits |= 1 << others;
  }
  return bits;
}

/** Whether at most one of the wanted bits is missing: then one wrong letter may explain it. */
export function lacksOneAtMost(bits: number, wanted: number): boolean {
  const missing = wanted & ~bits;
  return (missing & (missing - 1)) === 0;
}
