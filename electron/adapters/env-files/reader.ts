import { basename, dirname, join } from 'node:path';
import { type EnvReader, type EnvReaderId, envReaderIds, envReaders } from '../../envfile/index.ts';
import type { AssumedReader } from '../../vault/ports.ts';
import { listFolder } from '../files/folder-names.ts';
import { isInside } from '../files/place.ts';
import { type Ecosystem, ecosystems, isThere, type Manifest, noHabits, readHabits, readManifest } from './manifests.ts';

/** What one folder says of the readers of its env files. */
interface Hints {
  readonly manifests: ReadonlyMap<Ecosystem, Manifest>;
  /** Readers that are told by a file other than a manifest, or by a setting, with its name. */
  readonly others: ReadonlyMap<EnvReaderId, string>;
}

/** Compose reads the `.env` next to its own file, no other. */
const onlyNextTo: ReadonlySet<EnvReaderId> = new Set(['compose']);

/**
 * Tells by which programs the dotenv file at `path` in the project at `root` is read, as far as the project says: by the
 * nearest manifest of each ecosystem from there up to the root, and by files of runtimes that lie at the top of a workspace.
 * It reads each folder once.
 */
export function readersIn(root: string): (path: string) => Promise<AssumedReader[]> {
  const known = new Map<string, Promise<Hints>>();
  const hintsOf = (folder: string): Promise<Hints> => {
    const hints = known.get(folder) ?? readHints(folder);
    known.set(folder, hints);
    return hints;
  };
  return async (path) => {
    // Its packages tell of its .env files.
    if (basename(path).startsWith('.dev.vars')) return [{ ...shown('devVars'), foundIn: '.dev.vars' }];
    const own = dirname(path);
    const nearest = new Map<Ecosystem, Manifest>();
    const found = new Map<EnvReaderId, string>();
    for (let at = own; at === root || isInside(root, at); at = dirname(at)) {
      const { manifests, others } = await hintsOf(at);
      for (const [ecosystem, manifest] of manifests) {
        if (!nearest.has(ecosystem)) nearest.set(ecosystem, manifest);
      }
      for (const [id, file] of others) {
        if (!found.has(id) && (at === own || !onlyNextTo.has(id))) found.set(id, file);
      }
    }
    for (const id of envReaderIds) {
      const manifest = manifestThatNames(envReaders[id], nearest);
      if (manifest !== null && !found.has(id)) found.set(id, manifest.file);
    }
    // What a broken package.json would have said could be that nothing expands.
    if (nearest.get('npm')?.packages === 'broken') found.delete('bun');
    return envReaderIds.flatMap((id) => {
      const foundIn = found.get(id);
      return foundIn === undefined ? [] : [{ ...shown(id), foundIn }];
    });
  };
}

function shown(id: EnvReaderId): Pick<AssumedReader, 'id' | 'name' | 'expands'> {
  const { name, expands } = envReaders[id];
  return { id, name, expands };
}

function manifestThatNames({ packages }: EnvReader, nearest: ReadonlyMap<Ecosystem, Manifest>): Manifest | null {
  for (const ecosystem of ecosystems) {
    const manifest = nearest.get(ecosystem);
    if (manifest === undefined || manifest.packages === 'broken') continue;
    const named = manifest.packages;
    if (packages[ecosystem]?.some((name) => named.has(name))) return manifest;
  }
  return null;
}

async function readHints(folder: string): Promise<Hints> {
  const mayHold = await listFolder(folder);
  const manifests = new Map<Ecosystem, Manifest>();
  const others = new Map<EnvReaderId, string>();
  const [habits] = await Promise.all([
    mayHold('package.json') ? readHabits(folder) : noHabits,
    ...ecosystems.map(async (ecosystem) => {
      const manifest = await readManifest(folder, ecosystem, mayHold);
      if (manifest !== null) manifests.set(ecosystem, manifest);
    }),
    ...envReaderIds.map(async (id) => {
      const { files = [] }: EnvReader = envReaders[id];
      const likely = files.filter(mayHold);
      const there = await Promise.all(likely.map((name) => isThere(join(folder, name))));
      const file = likely[there.indexOf(true)];
      if (file !== undefined) others.set(id, file);
    }),
  ]);
  if (habits.bun && !others.has('bun')) others.set('bun', 'package.json');
  if (habits.node) others.set('node', 'package.json');
  return { manifests, others };
}
