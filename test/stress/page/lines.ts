import { likelyDialect } from '../../../electron/adapters/env-files/name.ts';
import { parseEnvFile } from '../../../electron/envfile/index.ts';

/** Judged here by itself, so that a fault in the product's own rule shows. */
const isFree = (name: string): boolean =>
  /(?:^|_)(?:KEY|TOKEN|SECRET|PASSWORD)$/i.test(name) && !/^(?:NEXT_PUBLIC|VITE)_/i.test(name);

/**
 * What a page that nobody answers a question of must not have done to a file: lines of the person's that are gone or
 * changed, imported ones too, and new variables whose names do not say that they are secrets.
 */
export function unaskedChanges(file: string, before: string, now: string): string[] {
  const dialect = likelyDialect(file.split('/').at(-1) ?? '');
  const old = parseEnvFile(Buffer.from(before), dialect);
  const current = parseEnvFile(Buffer.from(now), dialect);
  const linesNow = new Set(now.split('\n'));
  const found: string[] = [];
  // All of JSON stands on lines that hold more than one entry.
  if (dialect !== 'json') {
    for (const line of before.split('\n')) if (!linesNow.has(line)) found.push(`${file}: a line is gone`);
  }
  for (const { name, value } of old.entries) {
    const kept = current.entries.some((entry) => entry.name === name && entry.value === value);
    if (!kept) found.push(`${file}: ${name} was changed`);
  }
  const oldNames = new Set(old.entries.map(({ name }) => name));
  for (const { name } of current.entries) {
    if (!oldNames.has(name) && !isFree(name)) found.push(`${file}: ${name} was added`);
  }
  return found;
}
