import { vaultError } from '../errors.ts';
import type { EnvContent, FileSnapshot } from '../ports.ts';
import type { ProjectRecord, TargetRecord } from '../records.ts';
import type { Secret } from '../secret.ts';
import type { VaultPorts } from '../vault-ports.ts';

interface FileToEdit {
  readonly target: TargetRecord;
  readonly project: ProjectRecord;
  readonly snapshot: FileSnapshot;
}

/** What a line gets; null for one that goes. */
export interface Edit {
  readonly name: string;
  readonly value: Secret | null;
}

export interface EditedFile {
  readonly bytes: Uint8Array;
  /** Where the file truly lies, absolute. */
  readonly path: string;
  /** What a reader takes from the new bytes. */
  readonly content: EnvContent;
}

const noBytes = new Uint8Array();

/**
 * The file's new bytes, of which a reader takes exactly these values. Nothing is written.
 * @throws INTERNAL where a reader would take anything else, and as `EnvDocuments.edit` does
 */
export async function editFile(
  { store, files, envDocuments }: Pick<VaultPorts, 'store' | 'files' | 'envDocuments'>,
  { target, project, snapshot }: FileToEdit,
  edits: readonly Edit[],
): Promise<EditedFile> {
  const bound = store.bindings.ofTarget(target.id).map(({ envVar }) => envVar);
  const path = await files.realPath(project.root, target.file);
  const bytes = await envDocuments.edit(snapshot.bytes ?? noBytes, { ...target, path, changes: edits, bound });
  const content = await envDocuments.read(bytes, target);
  for (const { name, value } of edits) {
    if (content.valueOf(name)?.reveal() !== value?.reveal()) throw vaultError('INTERNAL');
  }
  return { bytes, path, content };
}
