import { unreadable } from './file.ts';

/** What an export says, as far as its bytes tell. */
export interface ReadText {
  readonly text: string;
  /** Bytes in no encoding that can be told from others: a table only if it reads as one. */
  readonly isGuessed: boolean;
}

/** Why bytes are no export, for people. */
export const noText = { code: 'NO_TEXT' } as const;

/**
 * The text of an export: UTF-8, or UTF-16, as PowerShell writes what a command line tool prints, and as Excel saves "Unicode
 * text"; also Latin-1 (Windows-1252), as spreadsheets save a table. Marks at its beginning are left out.
 * Throws `EXTERNAL_IMPORT_UNREADABLE`.
 */
export function textOf(bytes: Uint8Array, file: string): ReadText {
  const certain = decode(bytes, wide(bytes) ?? 'utf-8');
  const text = certain ?? latinTable(bytes);
  if (text === null) throw unreadable(file, noText);
  return { text: text.replace(/^\uFEFF+/, ''), isGuessed: certain === null };
}

/** UTF-16 by its mark, or by the zeros of the first character, which is of ASCII in each export. */
function wide([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if ((first === 0xff && second === 0xfe) || (first !== undefined && first > 0 && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== undefined && second > 0) ? 'utf-16be' : null;
}

/**
 * Null where the bytes are no table in Latin-1. JSON is UTF-8 always; and where several bytes together are a character of UTF-8,
 * as they hardly ever are in Latin-1, it is UTF-8 that was damaged: each accented letter would be read as two wrong ones.
 */
function latinTable(bytes: Uint8Array): string | null {
  const isDamaged = /[^\p{ASCII}\uFFFD]/u.test(new TextDecoder().decode(bytes));
  const text = isDamaged ? null : decode(bytes, 'windows-1252');
  // No table holds these; bytes of anything else than text do.
  return text === null || /[^\P{Cc}\t\r\n]/u.test(text) || /^\s*[{[]/.test(text) ? null : text;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not of this encoding is an answer.
    return null;
  }
}
