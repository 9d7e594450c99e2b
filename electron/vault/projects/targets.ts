import { vaultError } from '../errors.ts';
import type { FoundEnvFile, Ports } from '../ports.ts';
import type { ProjectRecord, TargetDialect } from '../records.ts';
import { newTarget } from './new-target.ts';
import { findTarget, type ProjectView, viewProject } from './projects.ts';

/** An env file that may become a target; the window names it by this id alone (invariant 2). */
export interface Candidate {
  candidateId: string;
  file: string;
  dialect: TargetDialect;
}

export interface Targets {
  /** Env files found in the project that are no targets yet, and `.env` where there is none. */
  candidates(projectId: string): Promise<Candidate[]>;
  /** @throws CANDIDATE_UNKNOWN, TARGET_LINKED */
  add(projectId: string, candidateId: string): ProjectView;
  /** A file that the person picked in a native dialog. @throws TARGET_LEAVES_PROJECT, TARGET_LINKED, FOLDER_GONE */
  addPicked(projectId: string, picked: string): Promise<ProjectView>;
  /** Where a native dialog for this project opens. @throws PROJECT_UNKNOWN */
  rootOf(projectId: string): string;
  /** Forgets it; its file stays as it is. */
  remove(targetId: string): ProjectView;
  set(targetId: string, dialect: TargetDialect, expands: boolean): ProjectView;
  /** Candidates are offered anew. */
  forget(): void;
}

export function createTargets(ports: Ports): Targets {
  const { store, envFileFinder, changes, newId } = ports;
  const offered = new Map<string, { projectId: string; found: FoundEnvFile }>();

  function findProject(projectId: string): ProjectRecord {
    const project = store.projects.find(projectId);
    if (project === null) throw vaultError('PROJECT_UNKNOWN');
    return project;
  }

  function insert(project: ProjectRecord, found: FoundEnvFile): ProjectView {
    if (store.targets.ofProject(project.id).some(({ file }) => file === found.file)) {
      throw vaultError('TARGET_LINKED', { file: found.file });
    }
    store.targets.insert(newTarget(newId(), project.id, found));
    changes.projects();
    return viewProject(store, project);
  }

  return {
    async candidates(projectId) {
      const { root } = findProject(projectId);
      const found = await envFileFinder.find(root);
      if (!found.some(({ file }) => file === '.env')) found.unshift(await envFileFinder.describe(root, '.env'));
      const linked = new Set(store.targets.ofProject(projectId).map(({ file }) => file));
      for (const [id, candidate] of offered) if (candidate.projectId === projectId) offered.delete(id);
      return found
        .filter(({ file }) => !linked.has(file))
        .map((one) => {
          const candidateId = newId();
          offered.set(candidateId, { projectId, found: one });
          return { candidateId, file: one.file, dialect: one.dialect };
        });
    },

    add(projectId, candidateId) {
      const project = findProject(projectId);
      const candidate = offered.get(candidateId);
      if (candidate?.projectId !== projectId) throw vaultError('CANDIDATE_UNKNOWN');
      return insert(project, candidate.found);
    },

    async addPicked(projectId, picked) {
      const project = findProject(projectId);
      const file = await envFileFinder.locate(project.root, picked);
      return insert(project, await envFileFinder.describe(project.root, file));
    },

    rootOf: (projectId) => findProject(projectId).root,

    remove(targetId) {
      const { project } = findTarget(store, targetId);
      store.targets.remove(targetId);
      changes.projects();
      changes.keys();
      return viewProject(store, project);
    },

    set(targetId, dialect, expands) {
      const { target, project } = findTarget(store, targetId);
      store.targets.update({ ...target, dialect, expands });
      changes.projects();
      return viewProject(store, project);
    },

    forget: () => offered.clear(),
  };
}
