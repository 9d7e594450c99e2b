import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';

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
export function limitCoreDumps(platform: NodeJS.Platform): void {
  if (platform !== 'linux') return;
  leaveMemoryOut();
  makeNone();
}

export function leaveMemoryOut(): void {
  try {
    writeFileSync('/proc/self/coredump_filter', headersOnly);
  } catch (error) {
    tell(error);
  }
}

/** Node has no setrlimit, but another program may set it for a process of the same user. The soft limit: a child may raise it. */
function makeNone(): void {
  execFile(prlimit, ['--pid', `${process.pid}`, '--core=0:'], (error) => {
    if (error !== null) tell(error);
  });
}

/** For whoever reads Clavis' output: nothing else depends on it. */
function tell(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  console.error(`Core dumps could not be limited: ${code}`);
}
