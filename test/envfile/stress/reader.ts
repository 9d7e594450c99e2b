import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Dialect, dialects } from '../../../electron/envfile/index.ts';
import type { EnvReaderId } from '../../../electron/envfile/readers.ts';

/** How a file was written: for which dialect, and whether for readers that expand `$NAME`. */
export type Form = Exclude<Dialect, 'json'> | 'expanding';
export const forms: readonly Form[] = [...dialects.filter((dialect) => dialect !== 'json'), 'expanding'];

/** Something that reads env files as its users' programs do. */
export interface Reader {
  readonly name: string;
  readonly forms: readonly Form[];
  /** What Clavis knows of it, and says of a value that it would misread: it gets no such value here. */
  readonly id?: EnvReaderId;
  /** Whether lines may end in CRLF; a shell takes the carriage return for a part of the value. */
  readonly crlf: boolean;
  /** It overlooks lines with `export` or a space before the name, or takes a comment behind the value for a part of it. */
  readonly plainLines?: true;
  /** It is no program but the rules of one, written down from its documentation: it does not count as a reader. */
  readonly isRules?: true;
  /** `folder` holds nothing but the file, which is named `.env`. */
  readonly read: (folder: string) => Promise<Record<string, string | null>>;
}

/** Both ways in which a dotenv file is written. */
export const dotenvForms: readonly Form[] = ['dotenv', 'expanding'];

/** Names that generated files use begin so; it keeps the readers' own environment out of what they print. */
export const NAME_PREFIX = 'CLAVIS_PROOF_';

/** A program for node and its kin that prints its environment. */
export const PRINT = `process.stdout.write(JSON.stringify(Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('${NAME_PREFIX}')))))`;

/** What the program prints; it sees nothing of this process' environment. */
export async function run(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<string> {
  const { stdout } = await promisify(execFile)(command, args, {
    cwd,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', ...env },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return stdout;
}

/** The environment of a POSIX shell that sourced the file. */
export async function readBySourcing(shell: readonly string[], folder: string): Promise<Record<string, string>> {
  const [command = '', ...args] = shell;
  return parseNul(await run(command, [...args, '-c', 'set -a; . ./.env && exec env -0'], { cwd: folder }));
}

export function parseJson(text: string): Record<string, string | null> {
  const values: unknown = JSON.parse(text);
  if (typeof values !== 'object' || values === null) throw new Error('A reader printed no object.');
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : null]),
  );
}

function parseNul(text: string): Record<string, string> {
  const pairs = text
    .split('\0')
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);
  return Object.fromEntries(pairs.filter(([name]) => name.startsWith(NAME_PREFIX)));
}
