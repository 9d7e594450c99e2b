import { randomUUID } from 'node:crypto';
import {
  type FSWatcher,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** What a second start tells the first. */
export type SecondStart = { argv: string[]; cwd: string; data: unknown };

/** A lock on a data folder. */
export type InstanceLock = {
  /** True when it is ours now; else the holder was told about this start. */
  take(start: SecondStart): boolean;
  held(): boolean;
  release(): void;
};

/**
 * One instance a data folder. The lock is a file that names its holder by process number and start time: a holder that
 * was killed is told apart from a living one, and its lock taken over.
 */
export function instanceLock(folder: () => string, heard: (start: SecondStart) => void): InstanceLock {
  let watcher: FSWatcher | null = null;
  let place = '';
  const lockFile = (): string => path.join(place, 'StandInLock');
  const mailbox = (): string => path.join(place, 'StandInMail');

  function claim(): boolean {
    try {
      writeFileSync(lockFile(), self(), { flag: 'wx', mode: 0o600 });
      return true;
    } catch {
      return false;
    }
  }

  function openMail(): void {
    for (const name of readdirSync(mailbox())) {
      if (!name.endsWith('.json')) continue;
      const file = path.join(mailbox(), name);
      let text: string;
      try {
        text = readFileSync(file, 'utf8');
        rmSync(file);
      } catch {
        continue;
      }
      const start: SecondStart = JSON.parse(text);
      heard(start);
    }
  }

  function begin(): true {
    rmSync(mailbox(), { recursive: true, force: true });
    mkdirSync(mailbox(), { mode: 0o700 });
    watcher = watch(mailbox(), openMail);
    watcher.unref();
    return true;
  }

  function tell(start: SecondStart): false {
    const name = path.join(mailbox(), randomUUID());
    try {
      writeFileSync(`${name}.part`, JSON.stringify(start), { mode: 0o600 });
      renameSync(`${name}.part`, `${name}.json`);
    } catch {
      // The holder is between taking the lock and opening its mailbox, or just gone: nobody to tell.
    }
    return false;
  }

  return {
    take(start) {
      if (watcher) return true;
      place = folder();
      mkdirSync(place, { recursive: true });
      if (claim()) return begin();
      if (isAlive(readLock(lockFile()))) return tell(start);
      rmSync(lockFile(), { force: true });
      return claim() ? begin() : tell(start);
    },
    held: () => watcher !== null,
    release() {
      if (!watcher) return;
      watcher.close();
      watcher = null;
      rmSync(lockFile(), { force: true });
      rmSync(mailbox(), { recursive: true, force: true });
    },
  };
}

function readLock(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function self(): string {
  return `${process.pid} ${startTimeOf(process.pid)}`;
}

function isAlive(holder: string): boolean {
  const [pid = '', started = ''] = holder.split(' ');
  const now = startTimeOf(Number(pid));
  return now !== '' && now === started;
}

/** Field 22 of /proc/<pid>/stat, which with the number names one process permanently; '' when there is none. */
function startTimeOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? '' : (fields[19] ?? '');
  } catch {
    return '';
  }
}
