import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { systemCode } from '../files/reasons.ts';

/** What lies next to the database, by its name: the one place that knows the names. All are full paths. */

const daily = /^daily-\d{4}-\d{2}-\d{2}$/;
const beforeMigration = /^before-\d+(\.\d+)?$/;
const setAside = /^damaged-\d{8}-\d{6}(\.\d+)?$/;

export function lockName(file: string): string {
  return `${file}.lock`;
}

/** The copy of the day, by this computer's calendar, on which `now` (ms) is. */
export function dailyName(file: string, now: number): string {
  return `${file}.daily-${dayOf(now)}`;
}

/** Where a damaged database is kept; `now` in ms, named by this computer's clock. */
export function setAsideName(file: string, now: number): string {
  const time = new Date(now).toTimeString().slice(0, 8).replaceAll(':', '');
  return `${file}.damaged-${dayOf(now).replaceAll('-', '')}-${time}`;
}

/** Daily copies, oldest first. */
export function dailyNames(file: string): string[] {
  return namesBeside(file, [daily]);
}

/** Every copy: the daily ones, and those from before a migration. */
export function copyNames(file: string): string[] {
  return namesBeside(file, [daily, beforeMigration]);
}

/** Damaged databases that a repair kept, oldest first. */
export function setAsideNames(file: string): string[] {
  return namesBeside(file, [setAside]);
}

function namesBeside(file: string, patterns: readonly RegExp[]): string[] {
  const start = `${basename(file)}.`;
  return namesIn(dirname(file))
    .filter((name) => name.startsWith(start) && patterns.some((pattern) => pattern.test(name.slice(start.length))))
    .sort()
    .map((name) => join(dirname(file), name));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}

function dayOf(now: number): string {
  const date = new Date(now);
  const month = `${date.getMonth() + 1}`.padStart(2, '0');
  return `${date.getFullYear()}-${month}-${`${date.getDate()}`.padStart(2, '0')}`;
}
