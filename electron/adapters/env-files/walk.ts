import type { Dirent } from 'node:fs';
import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { type AskedIn, type GitSearch, type IgnoredFolders, openIgnoredFolders } from '../git/ignored-folders.ts';
import { dialectByName } from './name.ts';

/** Bounds of one search: a project's env files lie near its top, and nobody waits for the rest. */
const depthLimit = 6;
const entryLimit = 20_000;
/** One folder of pictures must not use up the search. */
const folderLimit = 5000;
/** How many folders are read at a time: as many as Node has threads for it. */
const together = 4;

/** Dot-folders in which env files lie; the others are tools' own. */
const plainDotFolders = new Set(['.devcontainer', '.docker', '.config']);
/** Looked for by name in a folder that is not read to its end. */
const mainNames = ['.env', '.env.local', '.env.development', '.env.production', '.envrc', '.dev.vars'];

interface Folder {
  /** Absolute. */
  readonly path: string;
  readonly askedIn: AskedIn;
}

interface Listing {
  readonly envFiles: readonly string[];
  readonly folders: readonly string[];
  readonly isRepository: boolean;
}

/** What is left of a search. */
interface Budget {
  entries: number;
}

/**
 * The env files (absolute) in the project at `root`, nearest first. Follows no link, goes into no folder that git ignores
 * but repositories of their own, and leaves out what it may not read.
 */
export async function walkEnvFiles(root: string, git: GitSearch): Promise<string[]> {
  const ignored = await openIgnoredFolders(root, git);
  const budget = { entries: entryLimit };
  const found: string[] = [];
  let level: Folder[] = [{ path: root, askedIn: ignored.atRoot }];
  for (let depth = 0; depth <= depthLimit && level.length > 0; depth += 1) {
    const below: Folder[] = [];
    for (let at = 0; at < level.length && budget.entries > 0; at += together) {
      const listed = level.slice(at, at + together).map(async ({ path, askedIn }) => {
        const { envFiles, folders, isRepository } = await list(path, budget);
        return {
          envFiles,
          folders: folders.map((folder) => ({ path: folder, askedIn: isRepository ? path : askedIn })),
        };
      });
      for (const { envFiles, folders } of await Promise.all(listed)) {
        found.push(...envFiles);
        below.push(...folders);
      }
    }
    level = depth < depthLimit ? await entered(below, ignored) : [];
  }
  return found;
}

async function entered(folders: readonly Folder[], ignored: IgnoredFolders): Promise<Folder[]> {
  const level: Folder[] = [];
  for (const [askedIn, together] of Map.groupBy(folders, (folder) => folder.askedIn)) {
    const left = await ignored.among(
      together.map(({ path }) => path),
      askedIn,
    );
    for (const folder of together) {
      if (!left.has(folder.path) || (await kindOf(join(folder.path, '.git'))) !== null) level.push(folder);
    }
  }
  return level;
}

async function list(folder: string, budget: Budget): Promise<Listing> {
  const envFiles = new Set<string>();
  const folders: string[] = [];
  let isRepository = false;
  let left = folderLimit;
  const end = (): boolean => left === 0 || budget.entries === 0;
  try {
    // In small pieces: a folder of 50,000 names read at once would hold up everything else.
    for await (const entry of await opendir(folder, { bufferSize: 256 })) {
      if (end()) break;
      left -= 1;
      budget.entries -= 1;
      isRepository ||= entry.name === '.git';
      const isEnvFile = dialectByName(entry.name) !== null;
      if (!isEnvFile && !isEntered(entry.name)) continue;
      const kind = typeOf(entry) ?? (await kindOf(join(folder, entry.name)));
      if (kind === 'file' && isEnvFile) envFiles.add(entry.name);
      else if (kind === 'folder' && isEntered(entry.name)) folders.push(join(folder, entry.name));
    }
    if (end()) {
      isRepository ||= (await kindOf(join(folder, '.git'))) !== null;
      for (const name of mainNames) if ((await kindOf(join(folder, name))) === 'file') envFiles.add(name);
    }
  } catch {
    // Unreadable, or gone meanwhile: what it showed so far is what it offers.
  }
  return { envFiles: [...envFiles].map((name) => join(folder, name)), folders, isRepository };
}

function isEntered(name: string): boolean {
  return name !== 'node_modules' && (!name.startsWith('.') || plainDotFolders.has(name));
}

type Kind = 'file' | 'folder' | 'other';

/** Null where the file system doesn't say in its listing. */
function typeOf(entry: Dirent): Kind | null {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  const other = entry.isSymbolicLink() || entry.isFIFO() || entry.isSocket();
  return other || entry.isBlockDevice() || entry.isCharacterDevice() ? 'other' : null;
}

/** Of what is there itself, not of what a link leads to; null where nothing is. */
async function kindOf(path: string): Promise<Kind | null> {
  try {
    const stat = await lstat(path);
    return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
  } catch {
    // Gone since it was listed, or not to be looked at: it is not offered.
    return null;
  }
}
