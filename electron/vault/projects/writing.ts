import { vaultError } from '../errors.ts';
import { findKey } from '../keys/key-view.ts';
import { createOneQuestion } from '../one-question.ts';
import type { ExportOutcome } from '../ports.ts';
import type { VaultPorts } from '../vault-ports.ts';
import type { Exporting } from './exporting.ts';
import { findTarget } from './projects.ts';
import { needsLook } from './review.ts';
import type { PlannedFile, Scope } from './write-plan.ts';
import type { WriteSheet } from './write-sheet.ts';

/** What is written to env files, each time after the person chose from it in main's own window. */
export interface Writing {
  /** The lines of one key, in every file that it is bound in. @throws KEY_UNKNOWN, and as `WriteSheet.ask` does */
  key(keyId: string): Promise<ExportOutcome[]>;
  /** All lines of one file. @throws TARGET_UNKNOWN, why nothing was written, and as `WriteSheet.ask` does */
  file(targetId: string): Promise<ExportOutcome>;
  /** All lines of all files; `changes.exported` tells of each that is written. @throws as `WriteSheet.ask` does */
  all(): Promise<ExportOutcome[]>;
  /**
   * All lines of a project's files, from the tray: at once where no line needs the person, else from the same question.
   * @throws PROJECT_UNKNOWN, why a file was not written, and as `WriteSheet.ask` does
   */
  project(projectId: string): Promise<void>;
}

const everyLine: Scope = { keyId: null };

function whyNot({ error, left }: Pick<ExportOutcome, 'error' | 'left'>): unknown {
  return error ?? left[0]?.error ?? null;
}

export function createWriting(
  { store }: Pick<VaultPorts, 'store'>,
  sheet: WriteSheet,
  { exportAllWithoutReview }: Pick<Exporting, 'exportAllWithoutReview'>,
): Writing {
  const oneQuestion = createOneQuestion();

  const ask = (targetIds: readonly string[], scope: Scope): Promise<ExportOutcome[]> =>
    oneQuestion(async () => sheet.ask(await sheet.plan(targetIds, scope), scope));

  function boundIn(projectIds: readonly string[]): string[] {
    const targets = projectIds.flatMap((id) => store.targets.ofProject(id));
    return targets.map(({ id }) => id).filter((id) => store.bindings.ofTarget(id).length > 0);
  }

  function whyBlocked({ error, lines }: PlannedFile): unknown {
    return error ?? lines.find((line) => line.error !== null)?.error ?? null;
  }

  const needsReview = ({ lines }: PlannedFile): boolean => lines.some(({ change }) => needsLook(change));

  return {
    async key(keyId) {
      findKey(store, keyId);
      const targetIds = new Set(store.bindings.ofKey(keyId).map(({ targetId }) => targetId));
      return ask([...targetIds], { keyId });
    },

    async file(targetId) {
      findTarget(store, targetId);
      const [outcome] = await ask([targetId], everyLine);
      if (outcome === undefined) throw vaultError('INTERNAL');
      const done = outcome.written + outcome.removed + outcome.taken;
      const why = whyNot(outcome);
      if (done === 0 && why !== null) throw why;
      return outcome;
    },

    all: () => ask(boundIn(store.projects.all().map(({ id }) => id)), everyLine),

    async project(projectId) {
      if (store.projects.find(projectId) === null) throw vaultError('PROJECT_UNKNOWN');
      const targetIds = boundIn([projectId]);
      const files = await sheet.plan(targetIds, everyLine);
      for (const error of files.map(whyBlocked)) if (error !== null) throw error;
      if (files.some(needsReview)) {
        for (const error of (await sheet.ask(files, everyLine)).map(whyNot)) if (error !== null) throw error;
        return;
      }
      await exportAllWithoutReview(targetIds);
    },
  };
}
