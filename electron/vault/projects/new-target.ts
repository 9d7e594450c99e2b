import { isVaultError } from '../errors.ts';
import type { EnvFileFinder, FoundEnvFile } from '../ports.ts';
import type { TargetRecord } from '../records.ts';

/** A found file as a target of a project. */
export function newTarget(id: string, projectId: string, { file, dialect, expands }: FoundEnvFile): TargetRecord {
  return { id, projectId, file, dialect, expands, outsideGit: false };
}

/** The `.env` that a project without env files gets; null where that name leads to a program. @throws FOLDER_GONE, TARGET_* */
export async function firstEnvFile(
  finder: Pick<EnvFileFinder, 'describe'>,
  root: string,
): Promise<FoundEnvFile | null> {
  try {
    return await finder.describe(root, '.env');
  } catch (error) {
    if (isVaultError(error, 'TARGET_IS_PROGRAM')) return null;
    throw error;
  }
}
