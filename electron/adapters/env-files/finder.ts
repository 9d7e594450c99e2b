import { stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, posix, relative, sep } from 'node:path';
import { fileKind } from '../../envfile/index.ts';
import { vaultError } from '../../vault/errors.ts';
import type { EnvFileFinder, FoundEnvFile } from '../../vault/ports.ts';
import { checkRoot, isAbsence, locate as locateTarget, realFolder } from '../files/place.ts';
import { systemReason } from '../files/reasons.ts';
import type { GitProcesses } from '../git/processes.ts';
import { likelyDialect } from './name.ts';
import { readerOf } from './reader.ts';
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
      const expands = readerOf(root);
      const found: FoundEnvFile[] = [];
      for (const file of await walkEnvFiles(root, { processes, path: path ?? process.env['PATH'] ?? '' })) {
        found.push(await describe(root, file, expands));
      }
      return found.sort((a, b) => (a.file < b.file ? -1 : 1));
    },
    describe: async (root, file) => {
      // Throws for what can't be a target.
      await locateTarget(root, file);
      checkKind(file);
      return describe(root, join(root, file), readerOf(root));
    },
    locate,
  };
}

/** `path` is absolute, in the project. */
async function describe(
  root: string,
  path: string,
  expandsIn: (folder: string) => Promise<boolean>,
): Promise<FoundEnvFile> {
  const dialect = likelyDialect(basename(path));
  const expands = dialect === 'dotenv' && (await expandsIn(dirname(path)));
  return { file: relative(root, path).replaceAll(sep, '/'), dialect, expands };
}

async function locate(root: string, picked: string): Promise<string> {
  await checkRoot(root);
  if (!isAbsolute(picked) || (await isOtherThanFile(picked))) throw vaultError('TARGET_NOT_A_FILE', { file: picked });
  const file = relative(root, join(await realFolder(dirname(picked)), basename(picked))).replaceAll(sep, '/');
  // Throws for a path or a link that leads out of the project.
  await locateTarget(root, file);
  checkKind(file);
  return file;
}

function checkKind(file: string): void {
  if (fileKind(posix.basename(file)) === 'program') throw vaultError('TARGET_IS_PROGRAM', { file });
}

/** A file that is yet to be made is fine. */
async function isOtherThanFile(path: string): Promise<boolean> {
  try {
    return !(await stat(path)).isFile();
  } catch (error) {
    if (isAbsence(error)) return false;
    throw vaultError('TARGET_UNREADABLE', { file: path, reason: systemReason(error) });
  }
}
