import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync, StatementSync } from 'node:sqlite';

/** The moments at which this process may kill itself: one before every write, one before the answer. */
export interface KillPoints {
  /** Notes from now on what is passed, and kills at the point of this name, or at the third as `#3`; null for none. */
  arm(killAt: string | null): void;
  /** Notes no more. Returns the names of the points that were passed: `COMMIT`, `COMMIT 2` and so on. */
  disarm(): readonly string[];
  /** The write called `name` comes next. */
  pass(name: string): void;
  /** Another program works on the write called `name`: where this is the point, it dies at some moment of that. */
  passWithin(name: string, ms: number): Promise<void>;
}

/** Without a word to anybody: nothing is flushed, no handler runs. The point's name was said before. */
function die(): never {
  process.kill(process.pid, 'SIGKILL');
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

export function createKillPoints(): KillPoints {
  const { writeSync } = fs;
  let names: string[] | null = null;
  let target: string | null = null;
  let counts = new Map<string, number>();

  const isIt = (name: string): boolean => {
    if (names === null) return false;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const point = count === 1 ? name : `${name} ${count}`;
    names.push(point);
    const reached = point === target || `#${names.length}` === target;
    if (reached) writeSync(1, point);
    return reached;
  };

  return {
    arm(killAt) {
      names = [];
      counts = new Map();
      target = killAt;
    },
    disarm() {
      const passed = names ?? [];
      names = null;
      return passed;
    },
    pass(name) {
      if (isIt(name)) die();
    },
    async passWithin(name, ms) {
      if (!isIt(name)) return;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * ms));
      die();
    },
  };
}

type Method = (this: unknown, ...given: unknown[]) => unknown;

/** Lets `before` look at the arguments of every call of a method first. */
function tap(owner: object, name: string, before: (self: unknown, given: readonly unknown[]) => void): void {
  const method: unknown = Reflect.get(owner, name);
  if (typeof method !== 'function') throw new Error(`there is no ${name}`);
  const tapped: Method = function (...given) {
    before(this, given);
    return Reflect.apply(method, this, given);
  };
  Reflect.set(owner, name, tapped);
}

/** `INSERT INTO versions (…` as `insert versions`. */
function shorten(sql: string): string {
  const words = sql.trim().split(/[\s(;]+/);
  const [verb = '', ...rest] = words;
  if (verb === 'BEGIN' || verb === 'COMMIT' || verb === 'ROLLBACK') return verb;
  const subject = rest.find((word) => /^[a-z_]+$/.test(word)) ?? '';
  return `${verb.toLowerCase()} ${subject}`.trim();
}

function writes(flags: unknown): boolean {
  if (typeof flags === 'string') return /[wa]/.test(flags);
  return typeof flags === 'number' && (flags & (fs.constants.O_CREAT | fs.constants.O_TRUNC)) !== 0;
}

const namedWrites = [
  'rename',
  'unlink',
  'rm',
  'rmdir',
  'mkdir',
  'writeFile',
  'appendFile',
  'link',
  'symlink',
  'chmod',
] as const;
const syncWrites = [
  ...namedWrites.map((name) => `${name}Sync`),
  'writeSync',
  'fsyncSync',
  'fchmodSync',
  'ftruncateSync',
];
const handleWrites = ['writeFile', 'write', 'sync', 'datasync', 'truncate', 'chmod', 'chown'] as const;

/** Every write that this process makes itself, to the database or to files, passes a kill point. */
export async function tapWrites(points: KillPoints): Promise<void> {
  tap(DatabaseSync.prototype, 'exec', (_, [sql]) => points.pass(shorten(String(sql))));
  tap(DatabaseSync.prototype, 'close', () => points.pass('close database'));
  tap(StatementSync.prototype, 'run', (self) => {
    if (self instanceof StatementSync) points.pass(shorten(self.sourceSQL));
  });

  for (const name of syncWrites) tap(fs, name, (_, given) => points.pass(fileStep(name.replace('Sync', ''), given)));
  tap(fs, 'openSync', (_, [file, flags]) => {
    if (writes(flags)) points.pass(fileStep('create', [file]));
  });

  const { promises } = fs;
  const probe = await promises.open(process.execPath);
  const handles: unknown = Object.getPrototypeOf(probe);
  await probe.close();
  if (typeof handles !== 'object' || handles === null) throw new Error('there are no file handles');
  for (const name of handleWrites) tap(handles, name, () => points.pass(name === 'sync' ? 'fsync' : name));
  for (const name of namedWrites) tap(promises, name, (_, given) => points.pass(fileStep(name, given)));
  tap(promises, 'open', (_, [file, flags]) => {
    if (writes(flags)) points.pass(fileStep('create', [file]));
  });
  syncBuiltinESMExports();
}

function fileStep(name: string, given: readonly unknown[]): string {
  const [subject] = given;
  if (typeof subject !== 'string') return name;
  const file = subject.slice(subject.lastIndexOf('/') + 1).replace(/\.clavis-[\d-]+$/, ' (new)');
  return `${name} ${file}`;
}
