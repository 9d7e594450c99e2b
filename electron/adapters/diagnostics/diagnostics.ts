import { join } from 'node:path';
import type { DiagnosticArea, Diagnostics } from '../../vault/diagnostics.ts';
import { isVaultError, vaultError } from '../../vault/errors.ts';
import { systemReason } from '../files/reasons.ts';
import { causesOf, codeOf } from './codes.ts';
import { checkedLine, type Entry, formatEntry, shortIds } from './entry.ts';
import { ownFrames } from './frames.ts';
import { openLogFile } from './log-file.ts';

/** The very same failure is written once in this time, in ms. */
const sameMs = 10 * 60 * 1000;
/** Different ones that are remembered. */
const mostKnown = 500;
/** Written in a minute: a page that makes calls fail must not push out what came before. */
const mostInMinute = 60;
const minuteMs = 60_000;
/** Kept in memory while the file takes none. */
const mostUnwritten = 100;

export interface DiagnosticsOptions {
  /** Where the log lies: the user-data folder. */
  readonly folder: string;
  /** The folder with all of Clavis' own code. */
  readonly root: string;
  /** Version and system: "0.2.0 linux". */
  readonly app: string;
  /** Also shown here, line by line. */
  readonly echo?: (line: string) => void;
  /** ms since the epoch. */
  readonly now?: () => number;
}

export const logName = 'diagnostics.log';

/** Opens nothing yet: without a failure there is no file. */
export function openDiagnostics({ folder, root, app, echo, now = Date.now }: DiagnosticsOptions): Diagnostics {
  const file = openLogFile(join(folder, logName));
  const known = new Map<string, { readonly at: number; again: number }>();
  let unwritten: string[] = [];
  let minute = { from: 0, count: 0 };
  let left = 0;
  let isBusy = false;

  /** Whether there is room for one more in this minute. */
  function takeRoom(at: number): boolean {
    if (Math.abs(at - minute.from) >= minuteMs) minute = { from: at, count: 0 };
    minute.count += 1;
    return minute.count <= mostInMinute;
  }

  /** How often it was passed over since it was written; null: it is passed over now. */
  function countOf(same: string, at: number): number | null {
    const before = known.get(same);
    if (before !== undefined && Math.abs(at - before.at) < sameMs) {
      before.again += 1;
      return null;
    }
    if (!takeRoom(at)) {
      left += 1;
      return null;
    }
    known.delete(same);
    if (known.size >= mostKnown) for (const oldest of [...known.keys()].slice(0, 1)) known.delete(oldest);
    known.set(same, { at, again: 0 });
    return before?.again ?? 0;
  }

  function entryOf(area: DiagnosticArea, error: unknown, ids: readonly string[]): Omit<Entry, 'at'> {
    const lists = { causes: causesOf(error), ids: shortIds(ids), frames: ownFrames(error, root) };
    const filled = Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
    return { app, area, code: codeOf(error), ...filled };
  }

  function write(line: string): void {
    unwritten = [...unwritten, line].slice(-mostUnwritten);
    echo?.(line);
    // What it could not take before comes first; what it can't take now stays, and is tried with the next one.
    for (const one of unwritten) {
      file.append(one);
      unwritten = unwritten.slice(1);
    }
  }

  function note(area: DiagnosticArea, error: unknown, ids: readonly string[]): void {
    const entry = entryOf(area, error, ids);
    const at = now();
    const again = countOf(JSON.stringify(entry), at);
    if (again === null) return;
    const counts = { ...(again > 0 ? { again } : {}), ...(left > 0 ? { left } : {}) };
    left = 0;
    write(formatEntry({ at: new Date(at).toISOString(), ...entry, ...counts }));
  }

  function readLines(): string[] {
    try {
      return file.lines();
    } catch (error) {
      throw isVaultError(error) ? error : vaultError('DIAGNOSTICS_FAILED', { reason: systemReason(error) });
    }
  }

  return {
    report(area, error, ids = []) {
      // What is thrown may do anything when it is looked at: report again, too.
      if (isBusy) return;
      isBusy = true;
      try {
        note(area, error, ids);
      } catch {
        // There is nowhere left to say it; what could not be written is kept, and tried with the next entry.
      } finally {
        isBusy = false;
      }
    },

    read() {
      const lines = [...readLines(), ...unwritten].flatMap((line) => checkedLine(line) ?? []);
      return { text: lines.map((line) => `${line}\n`).join(''), entries: lines.length };
    },
  };
}
