/** Characters that a name takes at most in a sentence outside the window. */
const longestName = 48;

/** The text in `room` characters at most. What can't be seen, as a folder's name may hold it, would turn or break a label. */
export function cut(text: string, room: number): string {
  const characters = [...text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ')];
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
