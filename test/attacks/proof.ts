import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/**
 * How one variable alone, with files of the attacker's at most, makes a program run a command, or write a file, of
 * somebody else's. In all texts `{dir}` is a fresh folder, `{mark}` a
 * program in it that leaves a mark, and `{marker}` the file that is this mark.
 */
export interface Proof {
  readonly name: string;
  readonly value: string;
  readonly tool: string;
  readonly args: readonly string[];
  /** Further programs without which the proof can't be made. */
  readonly needs?: readonly string[];
  /** What the program runs in: a project as somebody works on it, and the attacker's files, if any. */
  readonly files?: Readonly<Record<string, string>>;
  /** Shell commands that set the folder up, run without the variable. */
  readonly prepare?: string;
  /** What is typed into it; without, its input is /dev/null, for bash takes a socket for a remote shell's. */
  readonly input?: string;
  /** Run as somebody else than root: bash takes no PS4 from root's environment. */
  readonly notAsRoot?: boolean;
  /** The variable's value where the mark must not appear; without, it isn't set there. */
  readonly harmless?: string;
  readonly also?: Readonly<Record<string, string>>;
}

const path = `/usr/bin:/bin:${process.env['PATH'] ?? ''}`;
const timeoutMs = 15_000;
const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];

/** Whether the program is there to be run. */
export function isInstalled(program: string): boolean {
  return path.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** `script` gives the program a terminal. */
export function inTerminal(command: string): { tool: string; args: string[] } {
  return { tool: 'script', args: ['-qec', command, '/dev/null'] };
}

/** The programs that the proof needs and this machine lacks. */
export function missingFor({ tool, needs = [] }: Proof): string[] {
  return [tool, ...needs].filter((program) => !isInstalled(program));
}

/** Runs the program in a fresh folder, with the variable or without it, and says whether the mark is there. */
export function leavesMark(proof: Proof, isSet: boolean): boolean {
  const dir = mkdtempSync(join(tmpdir(), 'clavis-names-'));
  const marker = join(dir, 'marker');
  const mark = join(dir, 'mark');
  const fill = (text: string) =>
    text.replaceAll('{dir}', dir).replaceAll('{marker}', marker).replaceAll('{mark}', mark);
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), fill(text));
    if (text.startsWith('#!')) chmodSync(join(dir, file), 0o755);
  };
  try {
    write('mark', '#!/bin/sh\n: > {marker}\n');
    for (const [file, text] of Object.entries(proof.files ?? {})) write(file, text);
    const env: Record<string, string> = {
      PATH: path,
      HOME: dir,
      TERM: 'xterm',
      LC_ALL: 'C',
      RUSTUP_HOME: process.env['RUSTUP_HOME'] ?? join(homedir(), '.rustup'),
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@clavis.example',
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@clavis.example',
    };
    if (proof.prepare !== undefined) {
      const prepared = spawnSync('sh', ['-ec', fill(proof.prepare)], { cwd: dir, env, timeout: timeoutMs });
      if (prepared.status !== 0) throw new Error(`${proof.name}: set-up failed: ${prepared.stderr}`);
    }
    for (const [name, value] of Object.entries(proof.also ?? {})) env[name] = fill(value);
    if (proof.notAsRoot === true) chmodSync(dir, 0o777);
    const who = proof.notAsRoot === true && process.getuid?.() === 0 ? nobody : [];
    const [program = '', ...args] = [...who, proof.tool, ...proof.args.map(fill)];
    const value = isSet ? proof.value : proof.harmless;
    if (value !== undefined) env[proof.name] = fill(value);
    spawnSync(program, args, {
      cwd: dir,
      env,
      ...(proof.input === undefined ? { stdio: ['ignore', 'pipe', 'pipe'] } : { input: proof.input }),
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    return existsSync(marker);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
