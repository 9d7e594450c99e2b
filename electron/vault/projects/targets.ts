import { vaultError } from '../errors.ts';
import type { FoundEnvFile, Ports } from '../ports.ts';
import type { Dialect, ProjectRecord, TargetRecord } from '../records.ts';
import { askedFile } from '../shown-text.ts';
import { noteLostPlaces } from '../trash/lost-places.ts';
import { firstEnvFile, newTarget } from './new-target.ts';
import { findTarget, type ProjectView, viewProject } from './projects.ts';
import { keysOfTarget } from './projects-of-key.ts';

/** An env file that may become a target; the window names it by this id alone (invariant 2). */
export interface TargetCandidate {
  candidateId: string;
  file: string;
  dialect: Dialect;
}

export interface Targets {
  /** Env files found in the project that are no targets yet, and `.env` where there is none. */
  candidates(projectId: string): Promise<TargetCandidate[]>;
  /** @throws CANDIDATE_UNKNOWN, TARGET_LINKED */
  add(projectId: string, candidateId: string): ProjectView;
  /** A file that the person picked in a native dialog. @throws TARGET_LEAVES_PROJECT, TARGET_LINKED, FOLDER_GONE */
  addPicked(projectId: string, picked: string): Promise<ProjectView>;
  /** Where a native dialog for this project opens. @throws PROJECT_UNKNOWN */
  rootOf(projectId: string): string;
  /** Forgets it; its file stays as it is. */
  remove(targetId: string): ProjectView;
  /**
   * How the file is read and written. Another way than its name and its reader say is confirmed by the person: what is
   * text to one reader can be a command to another. @throws NOT_CONFIRMED, TARGET_FOR_SHELLS, TARGET_SPANS_LINES, TARGET_*
   */
  set(targetId: string, dialect: Dialect, expands: boolean): Promise<ProjectView>;
  /** Candidates are offered again. */
  forget(): void;
}

type Format = Pick<TargetRecord, 'dialect' | 'expands'>;

function isSame(one: Format, other: Format): boolean {
  return one.dialect === other.dialect && one.expands === other.expands;
}

function formatName({ dialect, expands }: Format): string {
  return expands ? `${dialect}, with $NAMES expanded` : dialect;
}

export function createTargets(ports: Ports): Targets {
  const { store, files, envFileFinder, envDocuments, consent, clock, changes, newId } = ports;
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
    changes.projects([project.id]);
    return viewProject(store, project);
  }

  /** In the new format only the first of them would be the value's, and the others anybody's. */
  async function refuseSpanningLines(project: ProjectRecord, target: TargetRecord): Promise<void> {
    const { bytes } = await files.read(project.root, target.file);
    const content = await envDocuments.read(bytes ?? new Uint8Array(), target);
    const spanning = store.bindings
      .ofTarget(target.id)
      .find(({ envVar }) => content.valueOf(envVar)?.reveal().includes('\n') === true);
    if (spanning !== undefined && target.dialect !== 'json') {
      throw vaultError('TARGET_SPANS_LINES', { file: target.file, envVar: spanning.envVar });
    }
  }

  return {
    async candidates(projectId) {
      const { root } = findProject(projectId);
      const found = await envFileFinder.find(root);
      const first = found.some(({ file }) => file === '.env') ? null : await firstEnvFile(envFileFinder, root);
      if (first !== null) found.unshift(first);
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
      const { project, target } = findTarget(store, targetId);
      const bound = keysOfTarget(store, targetId);
      store.commit(() => {
        noteLostPlaces(store, clock.now(), targetId, `${project.name}/${target.file}`);
        store.targets.remove(targetId);
      });
      changes.projects([project.id]);
      changes.keys(bound);
      changes.trash();
      return viewProject(store, project);
    },

    async set(targetId, dialect, expands) {
      const before = findTarget(store, targetId);
      const { target, project } = before;
      const wanted = { dialect, expands: dialect === 'dotenv' && expands };
      const defaults = await envFileFinder.describe(project.root, target.file);
      const isDefault = isSame(wanted, defaults);
      if (!isDefault && !isSame(wanted, target)) {
        if (defaults.dialect === 'shell') throw vaultError('TARGET_FOR_SHELLS', { file: target.file });
        await refuseSpanningLines(project, target);
        const facts = { file: askedFile(project, target.file), before: target, wanted };
        if (!(await consent.ask({ kind: 'changeFormat', facts }))) throw vaultError('NOT_CONFIRMED');
      }
      store.commit(() => {
        store.targets.update({ ...findTarget(store, targetId).target, ...wanted });
        if (isDefault || isSame(wanted, target)) return;
        const detail = `${project.name}/${target.file} is read and written as ${formatName(wanted)}`;
        store.activity.append({ at: clock.now(), kind: 'loosened', keyId: null, subject: target.file, detail });
      });
      changes.projects([project.id]);
      return viewProject(store, project);
    },

    forget: () => offered.clear(),
  };
}
