/** Characters that a name takes at most in a sentence outside the window. */
const longestName = 48;

/** Control and format characters, halves of characters, and letters that draw nothing: a Hangul filler, a Braille blank. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u115f\u1160\u2800\u3164\uffa0]/gu;

/**
 * The text without what can't be seen, as a folder's or a key's name may hold it: it would turn or break a label, or make a
 * question read as another one.
 */
export function plain(text: string): string {
  return text.replace(unseen, ' ');
}

/** The text, plain, with one blank for several, in `room` characters at most. */
export function cut(text: string, room: number): string {
  const characters = [...plain(text).replace(/\s+/gu, ' ')];
  return characters.length > room ? `${characters.slice(0, Math.max(0, room - 1)).join('')}…` : characters.join('');
}

export function shorten(name: string): string {
  return cut(name, longestName);
}

/** What begins markup, and characters that look like it. */
const lookAlikes: Readonly<Record<string, string>> = { '&': '＆', '<': '‹', '>': '›' };

/**
 * The text for what the system draws in its own way, a notification or a tray's tooltip: plain, in `room` characters at most.
 * On Linux both may be markup to whoever draws them (Desktop Notifications 1.2, StatusNotifierItem), and Electron hands them
 * over as they are, without asking the server for `body-markup`. Where that is missing, `&lt;` would be read as it stands: so
 * markup's characters are replaced by others that look the same, and no server has anything to take for markup.
 */
export function systemText(text: string, room: number, platform: NodeJS.Platform): string {
  const shown = cut(text, room);
  return platform === 'linux' ? shown.replace(/[&<>]/g, (character) => lookAlikes[character] ?? ' ') : shown;
}

/** "A", "A and B", "A, B and 3 more". */
export function nameSome(names: readonly string[]): string {
  const shown = names.map(shorten);
  if (shown.length <= 2) return shown.join(' and ');
  return `${shown.slice(0, 2).join(', ')} and ${shown.length - 2} more`;
}
