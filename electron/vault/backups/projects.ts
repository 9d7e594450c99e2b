import type { BackupProject, BackupTarget } from '../backup-content.ts';
import { isVaultError } from '../errors.ts';
import { parseEnvVar } from '../keys/key-fields.ts';
import type { Ports } from '../ports.ts';
import { refuseTooManyBindings } from '../projects/binding-limits.ts';
import { firstEnvFile, newTarget } from '../projects/new-target.ts';
import type { TargetRecord } from '../records.ts';

/** `here`: its folder is linked already; `gone`: it is not on this machine. */
export type ProjectState = 'new' | 'here' | 'gone';

/** A project of a backup that can be linked. */
export interface Linkable {
  readonly project: BackupProject;
  /** Its folder as it is on this machine, links resolved. */
  readonly root: string;
  readonly targets: readonly BackupTarget[];
}

export interface ProjectRestore {
  stateOf(project: BackupProject): Promise<ProjectState>;
  /** Null for one that is linked already, or not on this machine. */
  linkable(project: BackupProject): Promise<Linkable | null>;
  /**
   * Links its folder, which the person agreed to. `keyIdOf` gives the id that a key of the backup has here, if it has one.
   * Nothing counts as exported: the first export shows every line. Returns false where it was linked meanwhile.
   * @throws TARGET_FULL, BINDINGS_FULL where it has more bindings than the vault takes; then nothing of it is linked
   */
  link(linkable: Linkable, keyIdOf: (id: string) => string | undefined, from: string): Promise<boolean>;
}

export function createProjectRestore(ports: Ports): ProjectRestore {
  const { store, files, envFileFinder, envDocuments, clock, newId } = ports;

  const isLinked = (root: string): boolean => store.projects.all().some((project) => project.root === root);

  async function rootOf(project: BackupProject): Promise<string | null> {
    try {
      return await files.resolveFolder(project.root);
    } catch (error) {
      if (isVaultError(error, 'FOLDER_GONE')) return null;
      throw error;
    }
  }

  /** Files that can be targets there, each once: a backup's paths are checked as a page's would be (invariant 2). */
  async function targetsOf(root: string, project: BackupProject): Promise<BackupTarget[]> {
    const targets = new Map<string, BackupTarget>();
    for (const target of project.targets) {
      try {
        const { dialect, expands } = await envFileFinder.describe(root, target.file);
        // By its name and its reader here: another dialect is for the person to choose, on each machine (invariant 2).
        targets.set(target.file, { ...target, dialect, expands });
      } catch (error) {
        if (!isVaultError(error)) throw error;
      }
    }
    return [...targets.values()];
  }

  function insertTarget(projectId: string, target: BackupTarget, keyIdOf: (id: string) => string | undefined): void {
    // That git has nothing to do with a file is for the person to say, on each machine again (invariant 2).
    const record: TargetRecord = newTarget(newId(), projectId, target);
    store.targets.insert(record);
    for (const { envVar, keyId: theirs } of target.bindings) {
      const keyId = keyIdOf(theirs);
      if (keyId === undefined || !isFitName(envVar)) continue;
      const unwritten = { exported: null, exportedAt: null, exportedFor: null, writing: null, adoptedFor: null };
      if (store.bindings.find(record.id, envVar) === null) refuseTooManyBindings(store, record);
      store.bindings.put({ targetId: record.id, envVar, keyId, ...unwritten });
    }
  }

  function isFitName(envVar: string): boolean {
    try {
      return parseEnvVar(envVar, envDocuments) === envVar;
    } catch (error) {
      if (isVaultError(error)) return false;
      throw error;
    }
  }

  return {
    async stateOf(project) {
      const root = await rootOf(project);
      if (root === null) return 'gone';
      return isLinked(root) ? 'here' : 'new';
    },

    async linkable(project) {
      const root = await rootOf(project);
      return root === null || isLinked(root) ? null : { project, root, targets: await targetsOf(root, project) };
    },

    async link({ root, targets }, keyIdOf, from) {
      const projectId = newId();
      const name = root.split(/[\\/]/).findLast((part) => part !== '') ?? root;
      const spare = targets.length > 0 ? null : await firstEnvFile(envFileFinder, root);
      return store.commit(() => {
        if (isLinked(root)) return false;
        const at = clock.now();
        store.projects.insert({ id: projectId, name, root, createdAt: at });
        for (const target of targets) insertTarget(projectId, target, keyIdOf);
        if (spare !== null) store.targets.insert(newTarget(newId(), projectId, spare));
        store.activity.append({ at, kind: 'linked', keyId: null, subject: name, detail: `${root}, from ${from}` });
        return true;
      });
    },
  };
}
