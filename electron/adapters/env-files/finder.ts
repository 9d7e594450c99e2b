import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, posix } from 'node:path';
import { fileKind, otherShell } from '../../envfile/index.ts';
import { isVaultError, vaultError } from '../../vault/errors.ts';
import type { AssumedReader, EnvFileFinder, FoundEnvFile } from '../../vault/ports.ts';
import { checkRoot, isAbsence, locate as locateTarget, pathWithin, realFolder } from '../files/place.ts';
import { systemReason } from '../files/reasons.ts';
import type { GitProcesses } from '../git/processes.ts';
import { dialectOf } from './compose.ts';
import { readersIn } from './reader.ts';
import { walkEnvFiles } from './walk.ts';

export interface EnvFileFinderOptions {
  /** The PATH to look for git on; the process' own by default. */
  readonly path?: string;
}

/** The env files on this system's disks. Throws `FOLDER_GONE` where the project's folder is. */
export function openEnvFileFinder(processes: GitProcesses, { path }: EnvFileFinderOptions = {}): EnvFileFinder {
  return {
    find: async (root) => {
      await checkRoot(root);
      const readersOf = readersIn(root);
      const found: FoundEnvFile[] = [];
      for (const file of await walkEnvFiles(root, { processes, path: path ?? process.env['PATH'] ?? '' })) {
        const one = await describe(root, file, readersOf);
        if (!(await leadsToProgram(root, one.file))) found.push(one);
      }
      return found.sort((a, b) => (a.file < b.file ? -1 : 1));
    },
    describe: async (root, file) => {
      await checkTarget(root, file);
      return describe(root, join(root, file), readersIn(root));
    },
    readers: async (root, file) => {
      await checkRoot(root);
      return readersIn(root)(join(root, file));
    },
    locate,
  };
}

/** `path` is absolute, in the project. */
async function describe(
  root: string,
  path: string,
  readersOf: (path: string) => Promise<AssumedReader[]>,
): Promise<FoundEnvFile> {
  const dialect = await dialectOf(path);
  const expands = dialect === 'dotenv' && (await readersOf(path)).some((reader) => reader.expands);
  return { file: pathWithin(root, path), dialect, expands };
}

async function locate(root: string, picked: string): Promise<string> {
  await checkRoot(root);
  if (!isAbsolute(picked)) throw vaultError('TARGET_NOT_A_FILE', { file: picked });
  await checkFile(picked);
  const file = pathWithin(root, join(await realFolder(dirname(picked)), basename(picked)));
  await checkTarget(root, file);
  return file;
}

/** Throws for what can't be a target: a path or a link that leads out of the project, a program, or a link to one. */
async function checkTarget(root: string, file: string): Promise<void> {
  const { name } = await locateTarget(root, file);
  for (const one of [posix.basename(file), name]) {
    if (fileKind(one) === 'program') throw vaultError('TARGET_IS_PROGRAM', { file, shell: otherShell(one) ?? '' });
  }
}

async function leadsToProgram(root: string, file: string): Promise<boolean> {
  return checkTarget(root, file).then(
    () => false,
    (error: unknown) => isVaultError(error, 'TARGET_IS_PROGRAM'),
  );
}

/** A file that is yet to be made is fine. Throws `TARGET_NOT_A_FILE`, `TARGET_IS_PIPE`, `TARGET_UNREADABLE`. */
async function checkFile(path: string): Promise<void> {
  let found: Stats;
  try {
    found = await stat(path);
  } catch (error) {
    if (isAbsence(error)) return;
    throw vaultError('TARGET_UNREADABLE', { file: path, reason: systemReason(error) });
  }
  if (found.isFIFO()) throw vaultError('TARGET_IS_PIPE', { file: path });
  if (!found.isFile()) throw vaultError('TARGET_NOT_A_FILE', { file: path });
}
