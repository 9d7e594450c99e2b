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

/** `env_file: [{ path: ./docker.env, format: raw }]`, in either order, over lines or in braces. */
function isRaw(text: string, name: string): boolean {
  const quoted = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const path = `path:[ \\t]*['"]?(?:\\./)?${quoted}['"]?[ \\t]*(?:,|\\n|#|$)`;
  const raw = `format:[ \\t]*['"]?raw\\b`;
  // Between the two of one entry stand no more than its other settings.
  const between = `(?:[^-\\n]*\\n?){0,3}?`;
  return new RegExp(`${path}${between}${raw}`).test(text) || new RegExp(`${raw}${between}${path}`).test(text);
}
