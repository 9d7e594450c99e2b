import { vaultError } from '../errors.ts';
import type { EditedContent, EnvContent, FileSnapshot } from '../ports.ts';
import type { TargetRecord } from '../records.ts';
import type { Secret } from '../secret.ts';
import type { VaultPorts } from '../vault-ports.ts';

interface FileToEdit {
  readonly target: TargetRecord;
  readonly snapshot: FileSnapshot;
  readonly content: EnvContent;
}

/** What a line gets; null for one that goes. */
export interface Edit {
  readonly name: string;
  readonly value: Secret | null;
}

/**
 * The file's new bytes, of which a reader takes exactly these values. Nothing is written.
 * @throws INTERNAL where a reader would take anything else, and as `EnvDocuments.edit` does
 */
export async function editFile(
  { store, envDocuments }: Pick<VaultPorts, 'store' | 'envDocuments'>,
  { target, snapshot: { path }, content: before }: FileToEdit,
  edits: readonly Edit[],
): Promise<EditedContent> {
  const bound = store.bindings.ofTarget(target.id).map(({ envVar }) => envVar);
  const { bytes, content } = await envDocuments.edit(before, { path, changes: edits, bound });
  for (const { name, value } of edits) {
    if (content.valueOf(name)?.reveal() !== value?.reveal()) throw vaultError('INTERNAL');
  }
  return { bytes, content };
}
