import { vaultError } from '../errors.ts';
import type { KeyedSequencer } from '../keyed-sequencer.ts';
import type { FileSnapshot, Ports } from '../ports.ts';
import type { ProjectRecord, TargetRecord } from '../records.ts';
import { Secret } from '../secret.ts';
import { shownNames } from '../shown-names.ts';
import { boundVersions, isInUse } from './bound-versions.ts';
import { findTarget } from './projects.ts';

/** What an example file would get: names alone. */
export interface ExampleView {
  exampleId: string;
  file: string;
  exists: boolean;
  added: string[];
  /** Bound names that the person will be asked about: they can be added once they are in the target's file. */
  later: string[];
}

export interface Example {
  /** @throws EXAMPLE_IS_LINK, EXAMPLE_HOLDS_VALUES, TARGET_*, FOLDER_GONE */
  preview(targetId: string): Promise<ExampleView>;
  /** Adds what the preview showed; no line of the file changes. @throws EXAMPLE_UNKNOWN, TARGET_CHANGED, and as `preview` does */
  write(exampleId: string): Promise<{ file: string; added: number }>;
  /** The preview is forgotten. */
  forget(): void;
}

const noBytes = new Uint8Array();

/** `.env.example` next to `.env`, `.env.local` and their like; for other files their own name with `.example`. */
function exampleFileOf({ file, dialect }: TargetRecord): string {
  const slash = file.lastIndexOf('/') + 1;
  const base = file.slice(slash);
  const isDotEnv = dialect === 'dotenv' && (base === '.env' || base.startsWith('.env.'));
  return `${file.slice(0, slash)}${isDotEnv ? '.env' : base}.example`;
}

/**
 * What would be added. Names that the file has are the person's own, or were agreed to. Of those that are only bound a page
 * adds what needs no question: a program may act on a name alone, and the committed example is read by other people's.
 */
async function namesToAdd(
  { envDocuments, takeTurn }: Pick<Ports, 'envDocuments' | 'takeTurn'>,
  { names, bound, isThere }: { names: readonly string[]; bound: readonly string[]; isThere: (name: string) => boolean },
): Promise<Pick<ExampleView, 'added' | 'later'>> {
  const ofFile = new Set(names);
  const added: string[] = [];
  const later: string[] = [];
  for (const name of new Set([...names, ...bound])) {
    // There may be thousands.
    await takeTurn();
    if (isThere(name)) continue;
    const { kind } = envDocuments.judgeName(name);
    if (kind !== 'refused') (kind === 'asked' && !ofFile.has(name) ? later : added).push(name);
  }
  return { added, later };
}

/** Keeps the committed file of names in step with a target's file. It never gets a value. */
export function createExample(ports: Ports, inSequence: KeyedSequencer): Example {
  const { store, files, envDocuments, newId } = ports;
  let last: { view: ExampleView; targetId: string; snapshot: FileSnapshot } | null = null;

  /**
   * Where the example lies: names go into a file that is nothing but that. @throws EXAMPLE_IS_LINK, EXAMPLE_HOLDS_VALUES,
   * TARGET_*
   */
  async function ownPath({ id, root }: ProjectRecord, file: string): Promise<string> {
    const real = await files.realPath(root, file);
    const folder = root.startsWith('/') ? root : root.replaceAll('\\', '/');
    if (real !== `${folder.replace(/\/$/, '')}/${file}`) throw vaultError('EXAMPLE_IS_LINK', { file });
    if (store.writtenFiles.has(real)) throw vaultError('EXAMPLE_HOLDS_VALUES', { file });
    for (const target of store.targets.ofProject(id)) {
      // One that leads elsewhere by now has an error of its own, when it is used.
      const end = await files.realPath(root, target.file).catch(() => null);
      if (end === real) throw vaultError('EXAMPLE_HOLDS_VALUES', { file });
    }
    return real;
  }

  return {
    async preview(targetId) {
      const { target, project } = findTarget(store, targetId);
      const file = exampleFileOf(target);
      await ownPath(project, file);
      const filled = await files.read(project.root, target.file);
      const snapshot = await files.read(project.root, file);
      const content = await envDocuments.read(filled.bytes ?? noBytes, target);
      const { names } = await shownNames(content, ports);
      const versions = boundVersions(store, targetId);
      const bound = store.bindings
        .ofTarget(targetId)
        .filter((binding) => isInUse(binding, versions))
        .map(({ envVar }) => envVar);
      const there = await envDocuments.read(snapshot.bytes ?? noBytes, { ...target, file });
      const found = await namesToAdd(ports, { names, bound, isThere: (name) => there.has(name) });
      last = { view: { exampleId: newId(), file, exists: snapshot.bytes !== null, ...found }, targetId, snapshot };
      return last.view;
    },

    async write(exampleId) {
      const shown = last;
      if (shown?.view.exampleId !== exampleId) throw vaultError('EXAMPLE_UNKNOWN');
      const { view, targetId, snapshot } = shown;
      return inSequence(`target:${targetId}`, async () => {
        const { target, project } = findTarget(store, targetId);
        const path = await ownPath(project, view.file);
        if (view.added.length > 0) {
          const empty = new Secret('');
          const there = await envDocuments.read(snapshot.bytes ?? noBytes, { ...target, file: view.file });
          const { bytes } = await envDocuments.edit(there, {
            path,
            changes: view.added.map((name) => ({ name, value: empty })),
            bound: view.added,
          });
          await files.write(project.root, view.file, bytes, snapshot);
        }
        last = null;
        return { file: view.file, added: view.added.length };
      });
    },

    forget() {
      last = null;
    },
  };
}
