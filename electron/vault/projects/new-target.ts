import type { FoundEnvFile } from '../ports.ts';
import type { TargetRecord } from '../records.ts';

/** A found file as a target of a project. */
export function newTarget(id: string, projectId: string, { file, dialect, expands }: FoundEnvFile): TargetRecord {
  return { id, projectId, file, dialect, expands, outsideGit: false };
}
