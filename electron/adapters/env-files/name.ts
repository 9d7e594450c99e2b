import { fileKind } from '../../envfile/index.ts';
import type { Dialect } from '../../vault/records.ts';

const json = new Set(['.env.json', 'env.json', 'secrets.json']);

/** Words that say: a pattern for people to copy, committed, or (dotenv-vault) encrypted. */
const noValues = new Set(
  ['example', 'sample', 'template', 'tmpl', 'dist', 'default', 'defaults', 'schema', 'vault'].flatMap((word) => [
    word,
    `${word}s`,
  ]),
);

/** Last parts of what is no env file though it begins like one: backups, programs, notes, and encrypted files. */
const otherKinds = new Set(
  'bak backup orig old save swp swo tmp js cjs mjs ts cts mts py rb php md txt yaml yml toml enc gpg age asc lock'.split(
    ' ',
  ),
);

/** Whole names of single programs' env files: Flask's, Firebase's. */
const ofPrograms = new Set(['.flaskenv', '.secret.local']);

/** What may stand behind `env.`, where no dot before it says that it is an env file. */
const stages = new Set(
  'local dev development prod production stage staging test testing ci qa uat preview docker'.split(' '),
);

/** `.env`, `.env.local`, `.env-dev`, `.env_prod`, `prod.env`, `env.local`. */
function isEnvName(lower: string, words: readonly string[]): boolean {
  if (ofPrograms.has(lower) || lower.endsWith('.env')) return true;
  const [first, second, third] = words;
  if (first === '' && second === 'env') return third !== 'cmdrc';
  return first === 'env' && lower[3] === '.' && second !== undefined && stages.has(second);
}

/** The dialect of an env file with this name, where {@link likelyDialect} does not know better; null where files of this name hold no values for a program to read. */
export function dialectByName(name: string): Dialect | null {
  const parts = name.toLowerCase().split('.').slice(1);
  const last = parts.at(-1) ?? '';
  if (name.endsWith('~') || name.includes('.clavis-') || otherKinds.has(last)) return null;
  if (json.has(name)) return 'json';
  // direnv's; its other files are no project's.
  if (name === '.envrc' || name.startsWith('.envrc.')) return noValues.has(last) ? null : 'shell';
  // Wrangler's (Cloudflare).
  if (name === '.dev.vars' || name.startsWith('.dev.vars.')) return noValues.has(last) ? null : 'dotenv';
  const words = name.toLowerCase().split(/[.\-_]/);
  if (!isEnvName(name.toLowerCase(), words)) return null;
  // Asked last: a search looks at every name of a project.
  if (words.some((word) => noValues.has(word)) || fileKind(name) === 'program') return null;
  if (last === 'json') return 'json';
  return words.includes('docker') ? 'docker' : 'dotenv';
}

/** The dialect of a file that a person chose as env file, whatever its name. */
export function likelyDialect(name: string): Dialect {
  // Before all else: a file that shells source holds their text, whatever other words are in its name.
  if (fileKind(name) === 'shell') return 'shell';
  return dialectByName(name) ?? (/\.json$/i.test(name) ? 'json' : 'dotenv');
}
