import { needsNoQuotes, refuseTraps, type Trap, UNIVERSAL_TRAPS, unwritable } from './plain.ts';

export interface WriteOptions {
  /** The target's reader replaces `$NAME` by that variable (Vite, Next, Bun, dotenv-expand), even between quotes. */
  readonly expands: boolean;
}

const EXPANDING = ['Vite', 'Next', 'Bun', 'dotenv-expand'];

const TRAPS: readonly Trap[] = [
  ...UNIVERSAL_TRAPS,
  { found: /\r/, part: 'CARRIAGE_RETURN', readers: ['dotenv', 'node --env-file', 'python-dotenv', 'Bun'] },
  { found: /\uFEFF/, part: 'BYTE_ORDER_MARK', readers: ['dotenv', 'Bun'] },
  { found: /\\$/, part: 'BACKSLASH_AT_END', readers: ['dotenv', 'python-dotenv', 'Bun'] },
  { found: /\\\\/, part: 'TWO_BACKSLASHES', readers: ['python-dotenv', 'Ruby dotenv'] },
  { found: /\$\{/, part: '${', readers: ['python-dotenv', ...EXPANDING] },
  // It runs what stands between them, in any quotes.
  { found: /\$\(.*\)/s, part: '$( )', readers: ['dotenv-expand'] },
];

/** `\$` is a plain dollar to readers that expand, so these can't be told a backslash before one. */
const EXPANSION_TRAPS: readonly Trap[] = [
  { found: /\\\$/, part: '\\$', readers: EXPANDING },
  { found: /\$\(/, part: '$(', readers: ['Ruby dotenv', 'symfony/dotenv'] },
];

/**
 * Whether a value needs no quotes. An empty one does: without, node 24 overlooks a variable on a last line that has no
 * ending, and python-dotenv takes the comment behind it for its value.
 */
function isBare(parsed: string): boolean {
  return parsed !== '' && needsNoQuotes(parsed);
}

/** What means something between double quotes to one reader or another. */
const stoppers = ['"', '$', '\\', '`'] as const;

/**
 * The form of `value` that most readers of this dialect take for `value`: bare; in double quotes where it spans lines, for
 * phpdotenv fails at a file with several lines in single ones; in single quotes; in double quotes. Where the reader expands,
 * each `$` gets the backslash that all those readers take off again, between double quotes as those do that do not expand
 * (shells, phpdotenv, Ruby's dotenv, dotenvx). Throws `UNWRITABLE_VALUE` if there is no such form. The rule is checked
 * against the readers by `npm run stress -- envfile`.
 */
export function writeDotenv(name: string, value: string, options: WriteOptions): string {
  refuseTraps(name, value, TRAPS);
  if (options.expands) refuseTraps(name, value, EXPANSION_TRAPS);
  const parsed = beforeExpansion(value, options);
  if (isBare(parsed)) return parsed;
  const stopper = stopperIn(value, options);
  if (stopper === undefined && /['$\n]/.test(value)) return `"${parsed}"`;
  if (!value.includes("'")) return `'${parsed}'`;
  throw unwritable(name, `' ${stopper ?? '"'}`, ['dotenv', 'node --env-file', 'python-dotenv', 'bash']);
}

/** What keeps the value out of double quotes. */
function stopperIn(value: string, { expands }: WriteOptions): (typeof stoppers)[number] | undefined {
  // Where the reader expands, a dollar has its backslash.
  const text = expands ? value.replaceAll('$', '') : value;
  return stoppers.find((sign) => text.includes(sign));
}

/** Whether every reader of this dialect takes the form `raw` for the writable `value`, as it takes the form that `writeDotenv` gives it. */
export function isDotenvFormOf(raw: string, value: string, options: WriteOptions): boolean {
  const parsed = beforeExpansion(value, options);
  if (raw === parsed) return isBare(parsed);
  const fitsDouble = stopperIn(value, options) === undefined;
  if (raw === `"${parsed}"`) return fitsDouble;
  return raw === `'${parsed}'` && !value.includes("'") && !(fitsDouble && /[$\n]/.test(value));
}

/** What a parser must see for the reader to end up with `value`: a backslash before each `$`. */
export function beforeExpansion(value: string, { expands }: WriteOptions): string {
  return expands ? value.replaceAll('$', '\\$') : value;
}

/** What a reader that expands makes of a parsed value without variables in it. */
export function afterExpansion(parsed: string, { expands }: WriteOptions): string {
  return expands ? parsed.replaceAll('\\$', '$') : parsed;
}
