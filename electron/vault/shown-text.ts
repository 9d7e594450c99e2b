import type { AskedFile } from './consent-question.ts';

/**
 * Characters that are not shown, or change how others are: control and format characters, halves of characters, separators
 * of lines, and letters that draw nothing (a Hangul filler, a Braille blank). In a name they would turn or break a label, or
 * make a question read as another one.
 */
const unseen = String.raw`\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0`;
const eachUnseen = new RegExp(`[${unseen}]`, 'gu');
const anyUnseen = new RegExp(`[${unseen}]`, 'u');

/** Marks that strike a letter out or enclose it, and more of them on one letter than any script puts there. */
const drawnOver = /[\u0334-\u0338\u20d0-\u20f0\p{Me}]|(?<=\p{Mn}{4})\p{Mn}/gu;

/** What could end a quotation, or begin one. */
const quotationMarks = /[\p{Pi}\p{Pf}„‚"`´]/gu;

/** What joins emoji to one: a name may have it. */
const joiner = '\u200d';

/** In characters: a line of a question, and a name in a sentence outside the window. */
const longestLine = 80;
const longestPath = 160;
const longestName = 48;

/** Whether the text holds a character that can't be seen. */
export function hasUnseen(text: string): boolean {
  return anyUnseen.test(text);
}

/** Whether a name can be read as it is kept: nothing unseen in it but what joins emoji. */
export function isReadable(name: string): boolean {
  return !hasUnseen(name.replaceAll(joiner, ''));
}

/** The text with a blank for each character that can't be seen, and without marks that would be drawn over what is around. */
export function replaceUnseen(text: string): string {
  return text.replace(eachUnseen, ' ').replace(drawnOver, '');
}

/** What others wrote, on one line and without what can't be seen, for a name that is to be kept. */
export function toReadable(text: string): string {
  const seen = text.replaceAll(/[\p{Cc}\p{Z}]/gu, ' ').replaceAll(eachUnseen, '');
  return seen.replaceAll(/ +/g, ' ').trim().normalize('NFC');
}

/** One line that can't be taken for words of the question: nothing unseen, and no quotation mark to end. Not shortened. */
export function fullQuestionLine(text: string): string {
  return replaceUnseen(text).replace(quotationMarks, "'");
}

/** {@link fullQuestionLine} in 80 characters at most. */
export function questionLine(text: string): string {
  return truncate(fullQuestionLine(text), longestLine);
}

/** A folder's path as a line of a question. Of a long one its start and its end stay: they tell more than its middle. */
export function questionPath(path: string): string {
  const characters = [...fullQuestionLine(path)];
  if (characters.length <= longestPath) return characters.join('');
  const start = Math.floor(longestPath / 3);
  return `${characters.slice(0, start).join('')}…${characters.slice(start + 1 - longestPath).join('')}`;
}

/** Which file a question is about: folders in different places can have the same name. */
export function askedFile({ name, root }: { name: string; root: string }, file: string): AskedFile {
  return { file: questionLine(`${name}/${file}`), folder: questionPath(root) };
}

/** A label without what can't be seen, with one blank for several, in `room` characters at most. */
export function cutLabel(text: string, room: number): string {
  return truncate(replaceUnseen(text).replace(/\s+/gu, ' '), room);
}

/** A name as it stands in a menu, a title or a sentence. */
export function shortenName(name: string): string {
  return cutLabel(name, longestName);
}

/** "A", "A and B", "A, B and 3 more". */
export function nameSome(names: readonly string[]): string {
  const shown = names.map(shortenName);
  if (shown.length <= 2) return shown.join(' and ');
  return `${shown.slice(0, 2).join(', ')} and ${shown.length - 2} more`;
}

/** What begins markup, and characters that look like it. */
const lookAlikes: Readonly<Record<string, string>> = { '&': '＆', '<': '‹', '>': '›' };

/**
 * The label for what the system draws in its own way, a notification or a tray's tooltip, in `room` characters at most. On
 * Linux both may be markup to whoever draws them (Desktop Notifications 1.2, StatusNotifierItem), and Electron hands them
 * over as they are, without asking the server for `body-markup`. Where that is missing, `&lt;` would be read as it stands: so
 * markup's characters are replaced by others that look the same, and no server has anything to take for markup.
 */
export function systemText(text: string, room: number, platform: string): string {
  const shown = cutLabel(text, room);
  return platform === 'linux' ? shown.replace(/[&<>]/g, (character) => lookAlikes[character] ?? ' ') : shown;
}

/** Whole characters at a time. */
function truncate(text: string, room: number): string {
  const characters = [...text];
  return characters.length > room ? `${characters.slice(0, Math.max(0, room - 1)).join('')}…` : text;
}
