import { needsNoQuotes, refuseTraps, type Trap, UNIVERSAL_TRAPS, unwritable } from './plain.ts';

export interface WriteOptions {
  /** The target's reader replaces `$NAME` by that variable (Vite, Next, Bun, dotenv-expand), even between quotes. */
  readonly expands: boolean;
}

const EXPANDING = ['Vite', 'Next', 'Bun', 'dotenv-expand'];

const TRAPS: readonly Trap[] = [
  ...UNIVERSAL_TRAPS,
  { found: /\r/, character: 'a carriage return', readers: ['dotenv', 'node --env-file', 'python-dotenv', 'Bun'] },
  { found: /\uFEFF/, character: 'a byte order mark', readers: ['dotenv', 'Bun'] },
  { found: /\\$/, character: 'a backslash at its end', readers: ['dotenv', 'python-dotenv', 'Bun'] },
  { found: /\\\\/, character: 'two backslashes in a row', readers: ['python-dotenv', 'Ruby dotenv'] },
  { found: /\$\{/, character: '${', readers: ['python-dotenv', ...EXPANDING] },
  { found: /\$\(/, character: '$(', readers: ['dotenv-expand', 'Ruby dotenv'] },
];

/** `\$` is a plain dollar to readers that expand, so these can't be told a backslash before one. */
const EXPANSION_TRAPS: readonly Trap[] = [{ found: /\\\$/, character: '\\$', readers: EXPANDING }];

/**
 * Whether a value needs no quotes. An empty one does: without, node 24 overlooks a variable on a last line that has no
 * ending, and python-dotenv takes the comment behind it for its value.
 */
function isBare(parsed: string): boolean {
  return parsed !== '' && needsNoQuotes(parsed);
}

/**
 * The plainest form of `value` that every reader of this dialect takes for `value`: bare, in single quotes, in double
 * quotes. Where the reader expands, each `$` gets the backslash that all those readers take off again. Throws
 * `UNWRITABLE_VALUE` if there is no such form. The rule is checked against the readers by `npm run stress -- envfile`.
 */
export function writeDotenv(name: string, value: string, options: WriteOptions): string {
  refuseTraps(name, value, TRAPS);
  if (options.expands) refuseTraps(name, value, EXPANSION_TRAPS);
  const parsed = beforeExpansion(value, options);
  if (isBare(parsed)) return parsed;
  if (!value.includes("'")) return `'${parsed}'`;
  const stopper = /["$\\`]/.exec(value)?.[0];
  if (stopper === undefined) return `"${value}"`;
  throw unwritable(name, `both ' and ${stopper}`, ['dotenv', 'node --env-file', 'python-dotenv', 'bash']);
}

/** Whether `raw` is a form that carries the writable `value` past every reader, if not the plainest one. */
export function keepsDotenv(raw: string, value: string, options: WriteOptions): boolean {
  const parsed = beforeExpansion(value, options);
  if (raw === parsed) return isBare(parsed);
  if (raw === `'${parsed}'`) return !value.includes("'");
  return raw === `"${value}"` && !/["$\\`]/.test(value);
}

/** What a parser must see for the reader to end up with `value`: a backslash before each `$`. */
export function beforeExpansion(value: string, { expands }: WriteOptions): string {
  return expands ? value.replaceAll('$', '\\$') : value;
}

/** What a reader that expands makes of a parsed value without variables in it. */
export function afterExpansion(parsed: string, { expands }: WriteOptions): string {
  return expands ? parsed.replaceAll('\\$', '$') : parsed;
}
