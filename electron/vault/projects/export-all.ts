import { vaultError } from '../errors.ts';
import type { ExportOutcome, Ports } from '../ports.ts';
import type { ProjectRecord, TargetRecord } from '../records.ts';
import type { Exporting, ExportResult } from './exporting.ts';
import type { ReadValue } from './line-values.ts';

export interface ExportAll {
  /** Every target of a project; asks the person once about all lines that need it. */
  project(projectId: string): Promise<ExportResult[]>;
  /** Every target of every project, each on its own; `changes.exported` tells of each as it ends. */
  everything(): Promise<ExportOutcome[]>;
}

/** How many targets are worked on at once: git, keychain and disk each have something to do then. */
const atOnce = 4;

interface Bound {
  readonly target: TargetRecord;
  readonly project: ProjectRecord;
}

export function createExportAll(ports: Ports, exporting: Exporting): ExportAll {
  const { store } = ports;

  function boundTargets(projects: readonly ProjectRecord[]): Bound[] {
    return projects
      .flatMap((project) => store.targets.ofProject(project.id).map((target) => ({ target, project })))
      .filter(({ target }) => store.bindings.ofTarget(target.id).length > 0);
  }

  async function outcomeOf({ target, project }: Bound, read: ReadValue): Promise<ExportOutcome> {
    const named = { targetId: target.id, project: project.name, file: target.file };
    try {
      const { written, removed } = await exporting.exportUnseen(target.id, read);
      return { ...named, written, removed, error: null };
    } catch (error) {
      return { ...named, written: 0, removed: 0, error };
    }
  }

  return {
    async project(projectId) {
      const project = store.projects.find(projectId);
      if (project === null) throw vaultError('PROJECT_UNKNOWN');
      return exporting.exportReviewed(boundTargets([project]).map(({ target }) => target.id));
    },

    async everything() {
      const waiting = boundTargets(store.projects.all());
      const total = waiting.length;
      const outcomes: ExportOutcome[] = [];
      const read = exporting.readerForMany();
      const work = async (): Promise<void> => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          const outcome = await outcomeOf(next, read);
          outcomes.push(outcome);
          ports.changes.exported({ done: outcomes.length, total, outcome });
        }
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      return outcomes;
    },
  };
}
