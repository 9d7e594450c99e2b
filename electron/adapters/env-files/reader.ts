import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readPlain } from '../files/open-plain.ts';
import { isAbsence, isInside } from '../files/place.ts';

/** Readers that expand `$name`, by the packages that bring them. */
const expanding = new Set(
  `vite next nuxt astro @sveltejs/kit dotenv-expand dotenvx @dotenvx/dotenvx parcel react-scripts expo`.split(' '),
);
const bunFiles = ['bun.lock', 'bun.lockb', 'bunfig.toml'];

/** In bytes; what is larger is no package.json. */
const sizeLimit = 1024 * 1024;

/** What one folder says of the reader of its env files. */
interface Hints {
  /** Whether its package.json names a reader that expands; null without a package.json, 'broken' with an unreadable one. */
  readonly package: boolean | null | 'broken';
  readonly bun: boolean;
}

/**
 * Tells of a folder of the project at `root` whether env files there are read with `$name` expanded: by the nearest
 * package.json from there up to the root, or by Bun, whose marks lie at the top of a workspace. It reads each folder once.
 */
export function readerOf(root: string): (folder: string) => Promise<boolean> {
  const known = new Map<string, Promise<Hints>>();
  const hintsOf = (folder: string): Promise<Hints> => {
    const hints = known.get(folder) ?? readHints(folder);
    known.set(folder, hints);
    return hints;
  };
  return async (folder) => {
    let nearest: Hints['package'] = null;
    let bun = false;
    for (let at = folder; at === root || isInside(root, at); at = dirname(at)) {
      const hints = await hintsOf(at);
      nearest ??= hints.package;
      bun ||= hints.bun;
    }
    return nearest !== 'broken' && (nearest === true || bun);
  };
}

async function readHints(folder: string): Promise<Hints> {
  const marks = await Promise.all(bunFiles.map((name) => isThere(join(folder, name))));
  const bun = marks.includes(true);
  try {
    const text = await readText(join(folder, 'package.json'));
    if (text === null) return { package: null, bun };
    const content: unknown = JSON.parse(text);
    if (!isRecord(content)) return { package: 'broken', bun };
    const manager = content['packageManager'];
    const named = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) => {
      const packages = content[kind];
      return isRecord(packages) ? Object.keys(packages) : [];
    });
    return {
      package: named.some((name) => expanding.has(name) || name.startsWith('@remix-run/')),
      bun: bun || (typeof manager === 'string' && /^bun(@|$)/.test(manager)),
    };
  } catch {
    return { package: 'broken', bun };
  }
}

/** Null where nothing has this name. */
async function readText(path: string): Promise<string | null> {
  try {
    const found = await readPlain(path, sizeLimit);
    if (found.kind !== 'read') throw new Error(`it is not read: ${found.kind}`);
    return new TextDecoder().decode(found.bytes);
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isFile();
  } catch {
    return false;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
