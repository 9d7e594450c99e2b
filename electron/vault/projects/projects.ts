import { vaultError } from '../errors.ts';
import { parseEnvVar } from '../keys/key-fields.ts';
import { findKey, lookForKey } from '../keys/key-view.ts';
import type { Ports } from '../ports.ts';
import { putBinding } from '../put-binding.ts';
import type { BindingRecord, Dialect, ProjectRecord, TargetRecord } from '../records.ts';
import type { Store } from '../store-port.ts';
import { noteLostPlace, noteLostPlaces } from '../trash/lost-places.ts';
import { refuseTooManyBindings } from './binding-limits.ts';
import { type BoundVersions, boundVersions } from './bound-versions.ts';
import { firstEnvFile, newTarget } from './new-target.ts';
import { keysOfTarget } from './projects-of-key.ts';
import { isWrittenVersion } from './written-version.ts';

export interface BindingView {
  envVar: string;
  /** null: unbound, its line goes with the next export. */
  keyId: string | null;
  exportedAt: number | null;
  /** Its current value was not exported yet. */
  pending: boolean;
}

export interface TargetView {
  id: string;
  file: string;
  dialect: Dialect;
  /** Whether the file's reader expands `$name` (Vite, Next, Bun, dotenv-expand). */
  expands: boolean;
  bindings: BindingView[];
  /** Number of variables whose current value was not exported yet. */
  pending: number;
}

export interface ProjectView {
  id: string;
  name: string;
  root: string;
  targets: TargetView[];
}

export interface Projects {
  list(): ProjectView[];
  /** Null where there is no such project. */
  find(projectId: string): ProjectView | null;
  /** Links a folder that the person picked; its env files become targets. @throws FOLDER_GONE, FOLDER_LINKED */
  link(folder: string): Promise<ProjectView>;
  /** Forgets the folder; its files stay as they are. */
  unlink(projectId: string): void;
  /** @throws ENV_VAR_INVALID, ENV_VAR_REFUSED, ENV_VAR_BOUND, TARGET_FULL, BINDINGS_FULL */
  bind(targetId: string, keyId: string, envVar: string): ProjectView;
  unbind(targetId: string, envVar: string): ProjectView;
}

/** @throws TARGET_UNKNOWN */
export function findTarget(store: Store, targetId: string): { target: TargetRecord; project: ProjectRecord } {
  const target = store.targets.find(targetId);
  const project = target === null ? null : store.projects.find(target.projectId);
  if (target === null || project === null) throw vaultError('TARGET_UNKNOWN');
  return { target, project };
}

function isPending(binding: BindingRecord, versions: BoundVersions): boolean {
  const bound = binding.keyId === null ? undefined : versions.get(binding.keyId);
  if (bound?.isDeleted) return false;
  return bound === undefined || !isWrittenVersion(binding, bound.version);
}

function viewTarget(store: Store, target: TargetRecord): TargetView {
  const bindings = store.bindings.ofTarget(target.id);
  const versions = boundVersions(store, target.id);
  const viewed = bindings.map((binding) => {
    const { envVar, keyId, exportedAt } = binding;
    return { envVar, keyId, exportedAt, pending: isPending(binding, versions) };
  });
  return {
    id: target.id,
    file: target.file,
    dialect: target.dialect,
    expands: target.expands,
    bindings: viewed,
    pending: viewed.filter(({ pending }) => pending).length,
  };
}

export function viewProject(store: Store, { id, name, root }: ProjectRecord): ProjectView {
  return { id, name, root, targets: store.targets.ofProject(id).map((target) => viewTarget(store, target)) };
}

export function createProjects(ports: Ports): Projects {
  const { store, files, envFileFinder, envDocuments, clock, changes, newId } = ports;
  const view = (project: ProjectRecord): ProjectView => viewProject(store, project);

  function log(
    kind: 'linked' | 'unlinked' | 'bound' | 'unbound',
    subject: string,
    keyId: string | null,
    detail: string,
  ) {
    store.activity.append({ at: clock.now(), kind, keyId, subject, detail });
  }

  return {
    list: () => store.projects.all().map(view),

    find(projectId) {
      const project = store.projects.find(projectId);
      return project && view(project);
    },

    async link(folder) {
      const root = await files.resolveFolder(folder);
      if (store.projects.all().some((project) => project.root === root)) {
        throw vaultError('FOLDER_LINKED', { folder: root });
      }
      const name = root.split(/[\\/]/).findLast((part) => part !== '') ?? root;
      const project: ProjectRecord = { id: newId(), name, root, createdAt: clock.now() };
      const found = await envFileFinder.find(root);
      const first = found.length > 0 ? null : await firstEnvFile(envFileFinder, root);
      const targets = first === null ? found : [first];
      store.commit(() => {
        store.projects.insert(project);
        for (const one of targets) store.targets.insert(newTarget(newId(), project.id, one));
        log('linked', name, null, root);
      });
      changes.projects([project.id]);
      return view(project);
    },

    unlink(projectId) {
      const project = store.projects.find(projectId);
      if (project === null) throw vaultError('PROJECT_UNKNOWN');
      const targets = store.targets.ofProject(projectId);
      const bound = targets.flatMap(({ id }) => keysOfTarget(store, id));
      store.commit(() => {
        for (const { id, file } of targets) noteLostPlaces(store, clock.now(), id, `${project.name}/${file}`);
        store.projects.remove(projectId);
        log('unlinked', project.name, null, project.root);
      });
      changes.projects([projectId]);
      changes.keys(bound);
      changes.trash();
    },

    bind(targetId, keyId, given) {
      const { target, project } = findTarget(store, targetId);
      const { key } = findKey(store, keyId);
      const envVar = parseEnvVar(given, envDocuments);
      const before = store.bindings.find(targetId, envVar);
      if (before?.keyId === keyId) return view(project);
      // One whose key is in Trash gives its place away: what takes over may need it now.
      if (before !== null && before.keyId !== null && lookForKey(store, before.keyId) !== null) {
        throw vaultError('ENV_VAR_BOUND', { envVar, file: target.file });
      }
      if (before === null) refuseTooManyBindings(store, target);
      const where = `${project.name}/${target.file}`;
      store.commit(() => {
        if (before !== null) noteLostPlace(store, clock.now(), before, where, `now of ${key.name}`);
        store.bindings.put({
          targetId,
          envVar,
          keyId,
          exported: before?.exported ?? null,
          exportedAt: before?.exportedAt ?? null,
          exportedFor: before?.exportedFor ?? null,
          writing: before?.writing ?? null,
          adoptedFor: before?.adoptedFor ?? null,
        });
        log('bound', key.name, keyId, `${envVar} in ${where}`);
      });
      changes.projects([project.id]);
      if (before !== null) changes.trash();
      changes.keys([keyId]);
      return view(project);
    },

    unbind(targetId, envVar) {
      const { target, project } = findTarget(store, targetId);
      const binding = store.bindings.find(targetId, envVar);
      if (binding === null || binding.keyId === null) throw vaultError('BINDING_UNKNOWN', { envVar });
      const subject = store.keys.find(binding.keyId)?.key.name ?? envVar;
      store.commit(() => {
        putBinding(store, { ...binding, keyId: null });
        log('unbound', subject, binding.keyId, `${envVar} in ${project.name}/${target.file}`);
      });
      changes.projects([project.id]);
      changes.keys([binding.keyId]);
      return view(project);
    },
  };
}
