/** Deeper than any format that is read here. */
const depthLimit = 100;

/**
 * Whether a JSON text nests deeper than anything that is read here. V8 takes more than linear time for such a text: two
 * seconds for four million brackets.
 */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inString && character === '\\') at += 1;
    else if (character === '"') inString = !inString;
    else if (inString) continue;
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > depthLimit) return true;
  }
  return false;
}

/**
 * Whether a JSON text has more parts than this: running out of memory while V8 parses one ends the whole program, and the smallest
 * parts take twenty times their length.
 */
export function hasMoreParts(text: string, most: number): boolean {
  let parts = 0;
  let inString = false;
  for (let at = 0; at < text.length && parts <= most; at += 1) {
    const character = text[at];
    if (inString && character === '\\') at += 1;
    else if (character === '"') inString = !inString;
    else if (!inString && (character === ',' || character === '[' || character === '{')) parts += 1;
  }
  return parts > most;
}
