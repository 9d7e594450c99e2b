import { isNotAgreed, isVaultError, vaultError } from '../errors.ts';
import type { ExportOutcome, Ports } from '../ports.ts';
import type { ProjectRecord, TargetRecord } from '../records.ts';
import type { Exporting } from './exporting.ts';
import type { ExportResult } from './reviewed-writes.ts';

export interface ExportAll {
  /** Every target of a project; asks the person once about all lines that need it. */
  project(projectId: string): Promise<ExportResult[]>;
  /**
   * Every target of every project, each on its own; `changes.exported` tells of each as it ends. What needs the person
   * comes last, and is asked once; where they say no it ends with EXPORT_NEEDS_REVIEW.
   */
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

  /** How each of these is written, once the person agreed; none where they did not, or can't be asked now. */
  async function agreedOf(targets: readonly Bound[]): Promise<ReadonlyMap<string, () => Promise<ExportResult>>> {
    const writes = new Map<string, () => Promise<ExportResult>>();
    if (targets.length === 0) return writes;
    try {
      const agreed = await exporting.agreeTo(
        targets.map(({ target }) => target.id),
        (targetId, error) => writes.set(targetId, () => Promise.reject(error)),
      );
      for (const { plan, write } of agreed) writes.set(plan.target.id, write);
    } catch (error) {
      if (!isNotAgreed(error)) throw error;
    }
    return writes;
  }

  async function outcomeOf({ target, project }: Bound, write: () => Promise<ExportResult>): Promise<ExportOutcome> {
    const named = { targetId: target.id, project: project.name, file: target.file };
    try {
      const { written, removed } = await write();
      return { ...named, written, removed, error: null };
    } catch (error) {
      return { ...named, written: 0, removed: 0, error };
    }
  }

  return {
    async project(projectId) {
      const project = store.projects.find(projectId);
      if (project === null) throw vaultError('PROJECT_UNKNOWN');
      const targetIds = boundTargets([project]).map(({ target }) => target.id);
      const agreed = await exporting.agreeTo(targetIds, (_targetId, error) => {
        throw error;
      });
      const results: ExportResult[] = [];
      for (const one of agreed) results.push(await one.write());
      return results;
    },

    async everything() {
      const all = boundTargets(store.projects.all());
      const outcomes: ExportOutcome[] = [];
      const end = (outcome: ExportOutcome): void => {
        outcomes.push(outcome);
        ports.changes.exported({ done: outcomes.length, total: all.length, outcome });
      };

      const reviewed: { bound: Bound; outcome: ExportOutcome }[] = [];
      const waiting = [...all];
      const read = exporting.readerForMany();
      const work = async (): Promise<void> => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          const bound = next;
          const outcome = await outcomeOf(bound, () => exporting.exportWithoutReview(bound.target.id, read));
          if (isVaultError(outcome.error, 'EXPORT_NEEDS_REVIEW')) reviewed.push({ bound, outcome });
          else end(outcome);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, work));

      const agreed = await agreedOf(reviewed.map(({ bound }) => bound));
      for (const { bound, outcome } of reviewed) {
        const write = agreed.get(bound.target.id);
        end(write === undefined ? outcome : await outcomeOf(bound, write));
      }
      return outcomes;
    },
  };
}
