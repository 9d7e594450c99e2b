/** Characters that a name takes at most in a sentence outside the window. */
const longestName = 48;

/**
 * The text without control and format characters, as a folder's or a key's name may hold them: they would turn or break a
 * label, or make a question read as another one.
 */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ');
}

/** The text, plain, in `room` characters at most. */
export function cut(text: string, room: number): string {
  const characters = [...plain(text)];
  return characters.length > room ? `${characters.slice(0, Math.max(0, room - 1)).join('')}…` : characters.join('');
}

export function shorten(name: string): string {
  return cut(name, longestName);
}

/** "A", "A and B", "A, B and 3 more". */
export function nameSome(names: readonly string[]): string {
  const shown = names.map(shorten);
  if (shown.length <= 2) return shown.join(' and ');
  return `${shown.slice(0, 2).join(', ')} and ${shown.length - 2} more`;
}
