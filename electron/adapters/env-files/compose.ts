import { basename, dirname, join } from 'node:path';
import { envReaders } from '../../envfile/index.ts';
import type { Dialect } from '../../vault/records.ts';
import { readText } from './manifests.ts';
import { likelyDialect } from './name.ts';

/**
 * The dialect of the env file at `path`, by its name. What is named for Docker is read by `docker run`, but by Docker Compose
 * where that has a file next to it: as dotenv, unless it is said there to be raw.
 */
export async function dialectOf(path: string): Promise<Dialect> {
  const name = basename(path);
  const dialect = likelyDialect(name);
  if (dialect !== 'docker') return dialect;
  for (const file of envReaders.compose.files) {
    // One that can’t be read says nothing of the file.
    const text = await readText(join(dirname(path), file)).catch(() => null);
    if (text !== null) return isRaw(text, name) ? 'docker' : 'dotenv';
  }
  return dialect;
}

/** In characters, and lines: between the two settings of one entry stand no more than its other ones. */
const longestBetween = 300;
const mostLinesBetween = 3;
/** More entries than any project has: a file could be made of nothing else. */
const mostEntries = 1_000;

const raw = /format:[ \t]*['"]?raw\b/g;

/** `env_file: [{ path: ./docker.env, format: raw }]`, in either order, over lines or in braces. */
function isRaw(text: string, name: string): boolean {
  const quoted = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const path = new RegExp(`path:[ \\t]*['"]?(?:\\./)?${quoted}['"]?[ \\t]*(?:[,}\\n#]|$)`, 'g');
  return isSoonFollowed(text, path, raw) || isSoonFollowed(text, raw, path);
}

/** Whether the second stands behind the first in one entry. By hand: an expression for both tries each length of what is between. */
function isSoonFollowed(text: string, first: RegExp, second: RegExp): boolean {
  let left = mostEntries;
  for (const { 0: found, index } of text.matchAll(first)) {
    left -= 1;
    if (left < 0) return false;
    const behind = text.slice(index + found.length, index + found.length + longestBetween);
    for (const { index: at } of behind.matchAll(second)) {
      const between = behind.slice(0, at);
      if (!between.includes('-') && between.split('\n').length <= mostLinesBetween + 1) return true;
    }
  }
  return false;
}
