import { describe, expect, it } from 'vitest';
import {
  askedFile,
  cutLabel,
  fullQuestionLine,
  isReadable,
  nameSome,
  questionLine,
  questionPath,
  replaceUnseen,
  shortenName,
  systemText,
  toReadable,
} from '../../electron/vault/shown-text.ts';

/** Names as a taken-over page gives them to keys, or a hostile archive to folders and files. */
const hostile: readonly (readonly [what: string, name: string, shown: string])[] = [
  ['a line break', 'shop\nQuit', 'shop Quit'],
  ['a tab, which is an accelerator in a menu', 'shop\tCtrl+Q', 'shop Ctrl+Q'],
  ['a mark that turns the direction', 'a\u202etxt.exe', 'a txt.exe'],
  ['an isolate', 'a\u2066b\u2069c', 'a b c'],
  ['a line separator', 'a\u2028b', 'a b'],
  ['a joiner of width zero', 'a\u200bb\u2060c', 'a b c'],
  ['an escape sequence', 'a\u001b[31mb', 'a [31mb'],
  ['half a character', 'a\ud83db', 'a b'],
  ['letters that draw nothing', 'a\u3164\u115f\u2800b', 'a b'],
  ['blanks that push the rest away', `a${' '.repeat(500)}b`, 'a b'],
];

describe('a name outside of the window', () => {
  it.each(hostile)('is shown without %s', (_what, name, shown) => {
    expect(shortenName(name)).toBe(shown);
    expect(systemText(name, 100, 'linux')).toBe(shown);
    expect(systemText(name, 100, 'win32')).toBe(shown);
  });

  it('is cut where it is too long, whole characters at a time', () => {
    expect(shortenName('🔑'.repeat(60))).toBe(`${'🔑'.repeat(47)}…`);
    expect(cutLabel('abcdef', 3)).toBe('ab…');
    expect([...systemText('<'.repeat(5_000), 300, 'linux')]).toHaveLength(300);
    expect(nameSome(['a'.repeat(500), 'b'.repeat(500), 'c']).length).toBeLessThan(130);
  });

  it('keeps what a question’s lines have of blanks', () => {
    expect(replaceUnseen('  a  b')).toBe('  a  b');
  });

  it('has no marks that are drawn over other lines or strike letters out, and all that scripts need', () => {
    expect(replaceUnseen(`a${'\u0301'.repeat(115)}b`)).toBe(`a${'\u0301'.repeat(4)}b`);
    expect(replaceUnseen('a\u0336b\u0338c\u20dd')).toBe('abc');
    for (const name of ['e\u0302\u0301', 'בְּרֵאשִׁ֖ית', 'ที่นี่', 'हिन्दी']) expect(replaceUnseen(name)).toBe(name);
  });
});

describe('the text of a notification or a tooltip', () => {
  it.each([
    ['<b>Pay</b>', '‹b›Pay‹/b›'],
    ['<a href="https://evil.example">Click</a>', '‹a href="https://evil.example"›Click‹/a›'],
    ['<img src="file:///x" alt="y"/>', '‹img src="file:///x" alt="y"/›'],
    ['R&D', 'R＆D'],
    ['&lt;b&gt;', '＆lt;b＆gt;'],
    ['&#60;b&#62;', '＆#60;b＆#62;'],
  ])('%j has no markup on Linux, with and without a server that knows any', (name, shown) => {
    expect(systemText(name, 100, 'linux')).toBe(shown);
    expect(systemText(name, 100, 'linux')).not.toMatch(/[<>&]/);
  });

  it.each(['darwin', 'win32'] as const)('is shown as it is on %s, where no text is markup', (platform) => {
    expect(systemText('<b>R&D</b>', 100, platform)).toBe('<b>R&D</b>');
  });
});

describe('what others named, in a question', () => {
  it.each(hostile)('stands on its line without %s', (_what, name) => {
    expect(fullQuestionLine(name)).toBe(replaceUnseen(name));
    expect(askedFile({ name: 'shop', root: name }, '.env')).toEqual({ file: 'shop/.env', folder: questionPath(name) });
    expect(questionPath(name)).not.toMatch(/[\n\r\u2028\u2029]/);
  });

  it('has no mark that could end a quotation', () => {
    expect(fullQuestionLine('x” „y‚ «z» "q" `´')).toBe("x' 'y' 'z' 'q' ''");
  });

  it('is cut at 80 characters, but for a place, of which another may begin alike', () => {
    expect([...questionLine('🔑'.repeat(100))]).toHaveLength(80);
    expect(fullQuestionLine('a'.repeat(100))).toBe('a'.repeat(100));
    expect(askedFile({ name: 'shop', root: `/${'a'.repeat(100)}` }, '.env').folder).toBe(`/${'a'.repeat(100)}`);
  });
});

describe('a name that is to be kept', () => {
  it.each(hostile.slice(0, -1))('is not readable with %s', (_what, name) => {
    expect(isReadable(name)).toBe(false);
  });

  it.each(hostile)('is readable once it was made so without %s', (_what, name) => {
    expect(isReadable(toReadable(name))).toBe(true);
  });

  it('keeps joined emoji and letters of every script', () => {
    for (const name of ['👩\u200d💻 key', 'Schlüssel', '열쇠', 'مفتاح', 'キー']) expect(isReadable(name)).toBe(true);
  });
});
