/** Pairs of letters that words are made of: some 60 to 80 % of a word's pairs, a quarter of random letters'. */
const pairs = new Set(
  (
    'th he in er an re nd at on nt ha es st en ed to it ou ea hi is or ti as te et ng of al de se le sa si ar ve ra ld ur ' +
    'ro ri io ic ne me co ma ll ta el la li ch ce om us ss il ec ac ho no ns pr tr ca pe di em un lo ee rs ge ni so mo ' +
    'po ot ul ts da ut ai ol ow id wa ay su ie sh op tu im ir ad ig ct am pa mp ab ke do bl pl ev mi fi ck sp ui ex ' +
    'be bo ap up ag rt vi ry ly nc ty fo od cl na os ub ef cr rd gr ga if bi ua iv oo wi fe rm ki ue mb gi fr ry ep go'
  ).split(' '),
);

/** Lower case letters from `a`, as numbers, to see pairs without making strings. */
const isPair = new Uint8Array(26 * 26);
for (const pair of pairs) isPair[(pair.charCodeAt(0) - 97) * 26 + pair.charCodeAt(1) - 97] = 1;

/** Of pairs of neighbouring letters, how many there are and how many of them words have. */
export function letterPairs(text: string): { readonly count: number; readonly common: number } {
  let count = 0;
  let common = 0;
  let before = -1;
  let wasUpper = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isUpper = code >= 65 && code <= 90;
    const letter = isUpper ? code - 65 : code >= 97 && code <= 122 ? code - 97 : -1;
    // A hump of camelCase begins a new word.
    if (letter >= 0 && before >= 0 && !(isUpper && !wasUpper)) {
      count += 1;
      common += isPair[before * 26 + letter] ?? 0;
    }
    before = letter;
    wasUpper = isUpper;
  }
  return { count, common };
}

/** Whether letters make words, or a word and an abbreviation. */
export function isWordish(text: string): boolean {
  const { count, common } = letterPairs(text);
  return count < 2 || common / count >= 0.5;
}

/** Bits for each character (Shannon). */
export function entropyOf(text: string): number {
  const counts = new Map<number, number>();
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

const hexOnly = /^(?:0x)?(?:[0-9a-f]+|[0-9A-F]+)$/;
const run = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[A-Z]|\d+/g;
/** log of how much likelier words are than chance to have a pair of letters that is common, and one that is not. */
const forCommon = Math.log(0.66 / 0.23);
const forRare = Math.log(0.34 / 0.77);
/** Of random letters and digits the runs of one kind are 1.5 to 2.6 long, of words 4 and more. */
const runOfChance = 2.6;
const longestRun = 6;

/**
 * How much the text is like words: below 2.4 for 99 of 100 random keys, above for nine of ten names of files, classes
 * and functions.
 */
function wordiness(text: string): number {
  const { count, common } = letterPairs(text);
  let runs = 0;
  let inRuns = 0;
  for (const [one] of text.matchAll(run)) {
    runs += 1;
    inRuns += one.length;
  }
  const mean = runs === 0 ? 0 : Math.min(longestRun, inRuns / runs);
  return common * forCommon + (count - common) * forRare + (mean - runOfChance);
}

const allowed = /^[\w+/=.~:!@#$%^&*,;?<>(){}[\]|`'"\\-]+$/;
const likeWords = 2.4;

/** Whether the text was made by chance: hex with both digits and letters, or characters that are unlike words. */
export function isRandom(text: string): boolean {
  if (text.length < 16 || !allowed.test(text)) return false;
  if (hexOnly.test(text)) return /\d/.test(text) && /[a-f]/i.test(text) && entropyOf(text) >= 2.5;
  if (!/[A-Za-z]/.test(text) || entropyOf(text) < Math.min(3.4, 0.75 * Math.log2(text.length))) return false;
  return wordiness(text) < likeWords;
}

/** Stricter, for a text that is short: letters of both cases and digits, and nothing like a word. */
export function isPlainlyRandom(text: string): boolean {
  return isRandom(text) && /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text) && wordiness(text) < 0;
}
