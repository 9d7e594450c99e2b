import type { TestVault } from './test-vault.ts';

/** Deletes every key in Trash permanently, as a person does who agrees; of the question nothing is left. */
export async function emptyTrash({ vault, consent }: Pick<TestVault, 'vault' | 'consent'>): Promise<void> {
  const { agrees } = consent;
  const asked = consent.asked.length;
  consent.agrees = true;
  try {
    await vault.trash.empty();
  } finally {
    consent.agrees = agrees;
    consent.asked.splice(asked);
    consent.details.splice(asked);
  }
}
