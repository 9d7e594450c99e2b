import { vaultError } from '../errors.ts';
import type { KeyedSequencer } from '../keyed-sequencer.ts';
import type { FileSnapshot, Ports } from '../ports.ts';
import type { TargetRecord } from '../records.ts';
import { Secret } from '../secret.ts';
import { findTarget } from './projects.ts';
import { shownNames } from './shown-names.ts';

/** What an example file would get: names alone. */
export interface ExampleView {
  exampleId: string;
  file: string;
  exists: boolean;
  added: string[];
}

export interface Example {
  /** @throws TARGET_*, FOLDER_GONE */
  preview(targetId: string): Promise<ExampleView>;
  /** Adds what the preview showed; no line of the file changes. @throws EXAMPLE_UNKNOWN, TARGET_CHANGED */
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

/** Keeps the committed file of names in step with a target's file. It never gets a value. */
export function createExample(ports: Ports, inSequence: KeyedSequencer): Example {
  const { store, files, envDocuments, providers, newId } = ports;
  let last: { view: ExampleView; targetId: string; snapshot: FileSnapshot } | null = null;

  return {
    async preview(targetId) {
      const { target, project } = findTarget(store, targetId);
      const file = exampleFileOf(target);
      const filled = await files.read(project.root, target.file);
      const snapshot = await files.read(project.root, file);
      const { names } = shownNames(await envDocuments.read(filled.bytes ?? noBytes, target), providers);
      const bound = store.bindings.ofTarget(targetId).flatMap((one) => (one.keyId === null ? [] : [one.envVar]));
      const there = await envDocuments.read(snapshot.bytes ?? noBytes, { ...target, file });
      const added = [...new Set([...names, ...bound])].filter(
        (name) => !there.has(name) && envDocuments.refusedName(name) === null,
      );
      last = { view: { exampleId: newId(), file, exists: snapshot.bytes !== null, added }, targetId, snapshot };
      return last.view;
    },

    async write(exampleId) {
      const shown = last;
      if (shown?.view.exampleId !== exampleId) throw vaultError('EXAMPLE_UNKNOWN');
      const { view, targetId, snapshot } = shown;
      return inSequence(`target:${targetId}`, async () => {
        const { target, project } = findTarget(store, targetId);
        if (view.added.length > 0) {
          const empty = new Secret('');
          const bytes = await envDocuments.edit(snapshot.bytes ?? noBytes, {
            ...target,
            file: view.file,
            path: await files.realPath(project.root, view.file),
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
