import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../docs/documents.ts';

/** The files below a folder whose names end so, by their paths in the project. */
export function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`);
}
