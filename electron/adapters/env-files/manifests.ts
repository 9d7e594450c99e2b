import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Packages } from '../../envfile/index.ts';
import { readPlain } from '../files/open-plain.ts';
import { isAbsence } from '../files/place.ts';
import { isTooDeep } from '../json-depth.ts';

export type Ecosystem = keyof Packages;

/** What a manifest says; 'broken' where it can't be read. */
export interface Manifest {
  /** Its file's name. */
  readonly file: string;
  readonly packages: ReadonlySet<string> | 'broken';
}

/** In bytes; what is larger is no manifest, and would hold main up. */
const sizeLimit = 256 * 1024;

const names = {
  npm: ['package.json'],
  composer: ['composer.json'],
  gem: ['Gemfile'],
  pypi: ['pyproject.toml', 'requirements.txt', 'Pipfile', 'requirements/base.txt', 'requirements-dev.txt'],
  go: ['go.mod'],
} as const satisfies Record<Ecosystem, readonly string[]>;

const readers: Readonly<Record<Ecosystem, (text: string) => Iterable<string>>> = {
  npm: (text) => namesIn(text, ['dependencies', 'devDependencies', 'optionalDependencies']),
  composer: (text) => namesIn(text, ['require', 'require-dev']),
  gem: (text) => Array.from(text.matchAll(/^[ \t]*gem[ \t(]+['"]([\w.-]+)['"]/gm), ([, name = '']) => name),
  // A name stands alone, in quotes, or before its version and extras; what else stands so is no reader's name.
  pypi: (text) =>
    Array.from(text.replaceAll(/#.*/g, '').matchAll(/(?<![\w.-])[A-Za-z][\w.-]*/g), ([name]) => name.toLowerCase()),
  go: (text) => Array.from(text.matchAll(/^[ \t]*(?:require[ \t]+)?([\w./-]+)[ \t]+v\d/gm), ([, name = '']) => name),
};

export const ecosystems = ['npm', 'composer', 'gem', 'pypi', 'go'] as const satisfies readonly Ecosystem[];

/** The packages that the folder's manifests of this ecosystem name, of those that it may hold; null where it has none. */
export async function readManifest(
  folder: string,
  ecosystem: Ecosystem,
  mayHold: (file: string) => boolean,
): Promise<Manifest | null> {
  const found = await Promise.all(names[ecosystem].filter(mayHold).map((file) => readOne(folder, file, ecosystem)));
  const there = found.filter((manifest) => manifest !== null);
  const [first] = there;
  if (first === undefined) return null;
  const packages = there.flatMap(({ packages }) => (packages === 'broken' ? [] : [...packages]));
  return { file: first.file, packages: first.packages === 'broken' ? 'broken' : new Set(packages) };
}

async function readOne(folder: string, file: string, ecosystem: Ecosystem): Promise<Manifest | null> {
  try {
    const text = await readText(join(folder, file));
    return text === null ? null : { file, packages: new Set(readers[ecosystem](text)) };
  } catch {
    // The window names it as one that can’t be read.
    return { file, packages: 'broken' };
  }
}

/** What a package.json says of how its project is run. */
export interface Habits {
  /** Bun is its package manager. */
  readonly bun: boolean;
  /** One of its scripts starts node with `--env-file`. */
  readonly node: boolean;
}

export const noHabits: Habits = { bun: false, node: false };

/** None where there is no package.json. */
export async function readHabits(folder: string): Promise<Habits> {
  try {
    const content = parseJson((await readText(join(folder, 'package.json'))) ?? '');
    if (!isRecord(content)) return noHabits;
    const { packageManager, scripts } = content;
    const lines = isRecord(scripts) ? Object.values(scripts) : [];
    return {
      bun: typeof packageManager === 'string' && /^bun(@|$)/.test(packageManager),
      node: lines.some((line) => typeof line === 'string' && line.split('\n').some(startsNodeWithEnvFile)),
    };
  } catch {
    // A manifest that can’t be read tells of no program; `readOne` says that it is broken.
    return noHabits;
  }
}

/** By hand: an expression would look from each `node` to the end. */
function startsNodeWithEnvFile(command: string): boolean {
  const at = command.search(/\bnode\b/);
  return at !== -1 && command.includes(' --env-file', at);
}

export async function isThere(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isFile();
  } catch {
    // Absent, or not to be looked at: either way nothing is known by it.
    return false;
  }
}

/** Null where nothing has this name. */
export async function readText(path: string): Promise<string | null> {
  try {
    const found = await readPlain(path, sizeLimit);
    if (found.kind !== 'read') throw new Error(`it is not read: ${found.kind}`);
    return new TextDecoder().decode(found.bytes);
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}

/** Throws where the text is no JSON, or nests as no manifest does. */
function parseJson(text: string): unknown {
  if (isTooDeep(text)) throw new Error('it nests too deep');
  return JSON.parse(text);
}

/** Throws where the text is no JSON object. */
function namesIn(text: string, kinds: readonly string[]): string[] {
  const content = parseJson(text);
  if (!isRecord(content)) throw new Error('it is no object');
  return kinds.flatMap((kind) => {
    const packages = content[kind];
    return isRecord(packages) ? Object.keys(packages) : [];
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
