import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './documents.ts';

/** A `catch` that binds no error, and a rejection that nobody looks at. */
const loses = /\bcatch \{|\.catch\(\(\) =>|\.then\([^\n]*, \(\) =>|\.on\('error', \(\) => \{\}\)|allSettled\(/;
/** Of zod, whose `catch` gives what stands for data that is not as it should be. */
const isSchema = /\bz\.|schema\.catch/;

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n');
}

/** Whether a comment stands at this line, right before it, or as the first thing that it does; or another error takes its place. */
function hasReason(lines: readonly string[], at: number): boolean {
  if (/^\s*throw /.test(lines[at + 1] ?? '')) return true;
  return [at - 1, at, at + 1].some((near) => /^\s*(\/\/|\*\/)|\s\/\/ /.test(lines[near] ?? ''));
}

function lostIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => {
      const lines = linesOf(path.join(root, folder, name));
      return lines.flatMap((line, at) =>
        loses.test(line) && !isSchema.test(line) && !hasReason(lines, at)
          ? [`${folder}/${name}:${at + 1} ${line.trim()}`]
          : [],
      );
    });
}

test('each place that loses an error says why that is right', () => {
  expect(['electron', 'renderer'].flatMap(lostIn)).toEqual([]);
});
