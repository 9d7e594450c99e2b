import type { z } from 'zod';
import type { LeftOut } from '../../vault/backup-content.ts';

type Counts = { -readonly [K in keyof LeftOut]: number };

/**
 * Takes out of a backup's content what a newer Clavis put there and this one doesn't know, and counts it. `issues`: what is
 * wrong with the content by the strict shape; all else that is wrong with it stays.
 */
export function leaveOut(content: unknown, issues: readonly z.core.$ZodIssue[]): LeftOut {
  const counts: Counts = { settings: 0, files: 0, activity: 0, parts: 0, fields: 0 };
  const files = new Set<unknown>();
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) removeField(content, [...issue.path, key], counts);
    } else if (isDialectOfTarget(issue.path) && typeof valueAt(content, issue.path) === 'string') {
      files.add(valueAt(content, issue.path.slice(0, -1)));
    }
  }
  removeFiles(content, files);
  return { ...counts, files: files.size };
}

function removeField(content: unknown, path: readonly PropertyKey[], counts: Counts): void {
  const [key = '', ...above] = [...path].reverse();
  const value = valueAt(content, path);
  if (above.length > 0) counts.fields += 1;
  else if (key === 'activity' && Array.isArray(value)) counts.activity += value.length;
  else counts.parts += 1;
  const holder = valueAt(content, above.reverse());
  if (typeof holder === 'object' && holder !== null) Reflect.deleteProperty(holder, key);
}

/** `projects.<at>.targets.<at>.dialect` */
function isDialectOfTarget(path: readonly PropertyKey[]): boolean {
  return path.length === 5 && path[0] === 'projects' && path[2] === 'targets' && path[4] === 'dialect';
}

function removeFiles(content: unknown, files: ReadonlySet<unknown>): void {
  const projects = valueAt(content, ['projects']);
  if (files.size === 0 || !Array.isArray(projects)) return;
  for (const project of projects) {
    const targets = valueAt(project, ['targets']);
    if (!Array.isArray(targets)) continue;
    const known = targets.filter((target) => !files.has(target));
    targets.length = 0;
    for (const target of known) targets.push(target);
  }
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  let value = content;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
