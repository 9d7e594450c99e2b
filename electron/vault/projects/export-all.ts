import { vaultError } from '../errors.ts';
import type { ExportOutcome, Ports } from '../ports.ts';
import type { ProjectRecord, TargetRecord } from '../records.ts';
import type { Exporting, ExportResult, ReadValue } from './exporting.ts';
import { type Change, isWritten, type Plan } from './preview.ts';

export interface ExportAll {
  /** Every target of a project; asks the person where a line would change that Clavis did not write. */
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
  const { store, consent } = ports;

  function boundTargets(projects: readonly ProjectRecord[]): Bound[] {
    return projects
      .flatMap((project) => store.targets.ofProject(project.id).map((target) => ({ target, project })))
      .filter(({ target }) => store.bindings.ofTarget(target.id).length > 0);
  }

  async function askPerson(plan: Plan): Promise<void> {
    const count = plan.changes.filter(isWritten).length;
    const agreed = await consent.ask({
      message: `Write ${count} ${count === 1 ? 'variable' : 'variables'} to ${plan.project.name}/${plan.target.file}?`,
      detail: sayChanges(plan.changes),
      action: 'Write',
    });
    if (!agreed) throw vaultError('NOT_CONFIRMED');
  }

  async function refuse({ target }: Plan): Promise<void> {
    throw vaultError('EXPORT_NEEDS_REVIEW', { file: target.file });
  }

  async function outcomeOf({ target, project }: Bound, read: ReadValue): Promise<ExportOutcome> {
    const named = { targetId: target.id, project: project.name, file: target.file };
    try {
      const { written, removed } = await exporting.exportUnseen(target.id, refuse, read);
      return { ...named, written, removed, error: null };
    } catch (error) {
      return { ...named, written: 0, removed: 0, error };
    }
  }

  return {
    async project(projectId) {
      const project = store.projects.find(projectId);
      if (project === null) throw vaultError('PROJECT_UNKNOWN');
      const results: ExportResult[] = [];
      for (const { target } of boundTargets([project])) {
        results.push(await exporting.exportUnseen(target.id, askPerson));
      }
      return results;
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

/** "Added: A, B" and so on, a line for each kind. */
function sayChanges(changes: readonly Change[]): string {
  const kinds = [
    ['added', 'Added'],
    ['changed', 'Changed'],
    ['removed', 'Removed'],
  ] as const;
  return kinds
    .map(([kind, word]) => [word, changes.filter((change) => change.kind === kind)] as const)
    .flatMap(([word, some]) => (some.length === 0 ? [] : [`${word}: ${some.map(({ envVar }) => envVar).join(', ')}`]))
    .join('\n');
}
