import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Diagnostics } from '../vault/diagnostics.ts';

/** Which kinds of memory a dump holds, a bit each (core(5)): the headers of programs alone, nothing that a process wrote. */
const headersOnly = '0x10';
/** util-linux's; by its own path, for nothing is looked for along somebody's PATH. */
const prlimit = '/usr/bin/prlimit';

/**
 * Keeps values out of core dumps, as far as that goes without a native module: Linux leaves this process' memory out of its
 * dumps, and makes none where its limit is heeded. Both are inherited by what it starts from now on, not by the processes of
 * pages: those come from one that Electron started before. The registers stay in a dump that a crash handler takes all the
 * same.
 */
export function limitCoreDumps(platform: NodeJS.Platform, { report }: Diagnostics): void {
  if (platform !== 'linux') return;
  const failed = (error: unknown): void => report('core-dumps', error);
  leaveMemoryOut(failed);
  makeNone(failed);
}

export function leaveMemoryOut(failed: (error: unknown) => void): void {
  try {
    writeFileSync('/proc/self/coredump_filter', headersOnly);
  } catch (error) {
    failed(error);
  }
}

/** Node has no setrlimit, but another program may set it for a process of the same user. The soft limit: a child may raise it. */
function makeNone(failed: (error: unknown) => void): void {
  execFile(prlimit, ['--pid', `${process.pid}`, '--core=0:'], (error) => {
    if (error !== null) failed(error);
  });
}
