import { isTooDeep } from '../json-depth.ts';
import { isPlainName } from './field-name.ts';

export interface FieldLine {
  readonly name: string;
  readonly value: string;
}

/**
 * Blocks that are one value each, although lines in them look like further fields: what the last line holds, where this text
 * opens one; null where it doesn't.
 */
const blocks: readonly ((text: string) => string | null)[] = [
  // PEM and PGP (RFC 7468, RFC 9580): headers such as "Proc-Type: 4,ENCRYPTED" may stand in it.
  (text) => armourEnd(/-----BEGIN ([^-\n]{1,60})-----/.exec(text), '-----'),
  // RFC 4716.
  (text) => armourEnd(/---- BEGIN ([^-\n]{1,60}) ----/.exec(text), ' ----'),
  // PuTTY's own: "Encryption: none", "Private-Lines: 1".
  (text) => (text.startsWith('PuTTY-User-Key-File-') ? 'Private-MAC: ' : null),
];

function armourEnd(opened: RegExpExecArray | null, closing: string): string | null {
  return opened === null ? null : `END ${opened[1]}${closing}`;
}

/** A name doesn't begin with what indents, lists or comments out a line of a longer text. */
const continues = /^(?:[\s#*/>-]|PuTTY-User-Key-File-)/;

/**
 * The custom fields in a cell of Bitwarden's table: "name: value", a line each, the name ending at the first `: `. A value may
 * have lines itself. One that could not be a name of its own goes on with the value before, and so does each line of a block: a
 * PEM or SSH key, a JSON document. https://bitwarden.com/help/condition-bitwarden-import/
 */
export function fieldsOf(cell: string): FieldLine[] {
  const lines = cell.replaceAll('\r\n', '\n').split('\n');
  const endOf = createBlockFinder(lines);
  const fields: { name: string; value: string }[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const begun = fieldIn(line) ?? (fields.length === 0 && line !== '' ? { name: '', value: line } : null);
    const content = begun?.value ?? line;
    const end = endOf(at, content);
    const value = [content, ...lines.slice(at + 1, end + 1)].join('\n');
    const last = fields.at(-1);
    if (begun !== null) fields.push({ name: begun.name, value });
    else if (last !== undefined) last.value += `\n${value}`;
    at = end;
  }
  return fields;
}

function fieldIn(line: string): FieldLine | null {
  const colon = line.indexOf(': ');
  const name = line.slice(0, colon);
  return colon < 0 || continues.test(line) || !isPlainName(name) ? null : { name, value: line.slice(colon + 2) };
}

/** Gives the last line of the block that opens in line `at` with this content; that line itself where none does. */
function createBlockFinder(lines: readonly string[]): (at: number, content: string) => number {
  // In characters: a cell of openings that never end would else be searched to its end from each of them.
  let budget = 4 * lines.reduce((sum, line) => sum + line.length + 1, 0);

  /** The first line from here on for which this is so; null where there is none. */
  function find(at: number, content: string, isEnd: (line: string) => boolean): number | null {
    for (let end = at; end < lines.length && budget > 0; end += 1) {
      const line = end === at ? content : (lines[end] ?? '');
      budget -= line.length + 1;
      if (isEnd(line)) return end;
    }
    return null;
  }

  return (at, content) => {
    for (const endBehind of blocks) {
      const behind = endBehind(content);
      if (behind !== null) return find(at, content, (line) => line.includes(behind)) ?? at;
    }
    if (!/^\s*[{[]/.test(content)) return at;
    const end = find(at, content, createBracketCount());
    return end !== null && isJson([content, ...lines.slice(at + 1, end + 1)].join('\n')) ? end : at;
  };
}

/** Tells after each line whether the brackets of a JSON document, those in its strings aside, are all closed. */
function createBracketCount(): (line: string) => boolean {
  let depth = 0;
  let isString = false;
  return (line) => {
    for (let at = 0; at < line.length; at += 1) {
      const character = line.charAt(at);
      if (isString && character === '\\') at += 1;
      else if (character === '"') isString = !isString;
      else if (!isString && (character === '{' || character === '[')) depth += 1;
      else if (!isString && (character === '}' || character === ']')) depth -= 1;
    }
    return depth <= 0;
  };
}

/** A password may hold a bracket, and one of a later field another. */
function isJson(text: string): boolean {
  if (isTooDeep(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    // Then it is none, which is the answer.
    return false;
  }
}
