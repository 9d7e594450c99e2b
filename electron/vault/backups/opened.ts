import { type BackupKey, type BackupProject, currentOf, type LeftOut, type ReadBackup } from '../backup-content.ts';
import type { Settings } from '../settings/setting-table.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { isGuessable, last4Of } from '../value.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { type Compared, compareKey, type KeyState } from './compare.ts';
import type { ProjectRestore, ProjectState } from './projects.ts';

/** What a backup holds compared with what is here, as the window shows it. No value (invariant 1). */
export interface RestoreView {
  restoreId: string;
  madeAt: number;
  keys: {
    /** Names the key within this restore. */
    entryId: string;
    name: string;
    provider: string;
    envVar: string;
    last4: string | null;
    state: KeyState;
    /** The name that the key has here, where it differs. */
    nameHere: string | null;
  }[];
  projects: { entryId: string; name: string; root: string; targets: number; state: ProjectState }[];
  settingsDiffer: boolean;
  /** What a newer Clavis put there, and this one can't take. */
  leftOut: LeftOut;
}

export interface KeyEntry {
  readonly key: BackupKey;
  /** As the person saw it. */
  readonly compared: Compared;
}

/** An opened backup with its values, by the ids that the view gave. */
export interface OpenedBackup {
  readonly restoreId: string;
  readonly file: string;
  readonly madeAt: number;
  readonly keys: ReadonlyMap<string, KeyEntry>;
  readonly projects: ReadonlyMap<string, BackupProject>;
  readonly settings: Partial<Settings>;
  readonly leftOut: LeftOut;
}

/** Compares every key with the vault. @throws COMPARED_TOO_MUCH, KEYCHAIN_* */
export async function compareBackup(ports: VaultPorts, file: string, content: ReadBackup): Promise<OpenedBackup> {
  const { newId, changes, guessLimiter, takeTurn } = ports;
  guessLimiter.charge(content.keys.filter((key) => !isGuessable(currentOf(key).value)).length);
  const keys = new Map<string, KeyEntry>();
  for (const key of content.keys) {
    await takeTurn();
    keys.set(newId(), { key, compared: await compareKey(ports, key) });
    changes.backup({ done: keys.size, total: content.keys.length });
  }
  const projects = new Map(content.projects.map((project) => [newId(), project]));
  const { madeAt, settings, leftOut } = content;
  return { restoreId: newId(), file, madeAt, keys, projects, settings, leftOut };
}

export async function viewOpened(
  takeTurn: VaultPorts['takeTurn'],
  { restoreId, madeAt, keys, projects, settings: theirs, leftOut }: OpenedBackup,
  projectRestore: ProjectRestore,
  settings: SettingsStore,
): Promise<RestoreView> {
  const here = settings.get();
  const settingsDiffer = JSON.stringify({ ...here, ...theirs }) !== JSON.stringify(here);
  const view: RestoreView = { restoreId, madeAt, keys: [], projects: [], settingsDiffer, leftOut };
  for (const [entryId, { key, compared }] of keys) {
    await takeTurn();
    const { name, provider, envVar } = key;
    const nameHere = compared.here === null || compared.here.key.name === name ? null : compared.here.key.name;
    const last4 = last4Of(currentOf(key).value);
    view.keys.push({ entryId, name, provider, envVar, last4, state: compared.state, nameHere });
  }
  for (const [entryId, project] of projects) {
    await takeTurn();
    const { name, root, targets } = project;
    const state = await projectRestore.stateOf(project);
    view.projects.push({ entryId, name, root, targets: targets.length, state });
  }
  return view;
}
