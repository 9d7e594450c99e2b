import type { BackupProject } from '../backup-content.ts';
import { isNotAgreed, isVaultError, vaultError } from '../errors.ts';
import type { KeyedSequencer } from '../keyed-sequencer.ts';
import { accountOf } from '../keys/value-store.ts';
import { isInGrace } from '../keys/versions.ts';
import type { Settings } from '../settings/setting-table.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { TrustedTime } from '../trusted-time.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { type Compared, compareKey, markOf } from './compare.ts';
import { createKeyRestore, downgradesProtection } from './keys.ts';
import type { KeyEntry, OpenedBackup } from './opened.ts';
import type { Linkable, ProjectRestore } from './projects.ts';
import { askAlways, askErasing, askLink } from './questions.ts';

/** Entries of an opened backup, by the ids that its view gave. */
export interface RestoreChoice {
  readonly keys: readonly string[];
  readonly projects: readonly string[];
  readonly settings: boolean;
}

/** Numbers of what was taken. */
export interface Restored {
  keys: number;
  projects: number;
}

/** Takes from an opened backup what was chosen, key by key: each is the old one or the new one at every instant. */
export function createApplyRestore(
  ports: VaultPorts,
  inSequence: KeyedSequencer,
  settings: SettingsStore,
  projectRestore: ProjectRestore,
) {
  const { store, consent, trustedTime, changes } = ports;
  const keyRestore = createKeyRestore(ports, inSequence, settings);

  /** Each of them, once. @throws BACKUP_UNKNOWN */
  function chosen<T>(entries: ReadonlyMap<string, T>, ids: readonly string[]): T[] {
    return [...new Set(ids)].map((id) => {
      const entry = entries.get(id);
      if (entry === undefined) throw vaultError('BACKUP_UNKNOWN');
      return entry;
    });
  }

  /** What the person saw must still be so, or the choice was for something else. */
  async function refuseStale(entries: readonly KeyEntry[]): Promise<void> {
    for (const { key, compared } of entries) {
      if (markOf(await compareKey(ports, key)) !== markOf(compared)) throw vaultError('BACKUP_UNKNOWN');
    }
  }

  async function linkableOf(projects: readonly BackupProject[]): Promise<Linkable[]> {
    const found: (Linkable | null)[] = [];
    for (const project of projects) found.push(await projectRestore.linkable(project));
    return found.filter((one) => one !== null);
  }

  /** One by one: a looser setting is asked for, and stays as it is here where it is refused. */
  async function takeSettings(theirs: Partial<Settings>): Promise<void> {
    for (const [name, value] of Object.entries(theirs)) {
      const here: unknown = Reflect.get(settings.get(), name);
      if (here === value) continue;
      try {
        await settings.set(Object.fromEntries([[name, value]]));
      } catch (error) {
        if (!isNotAgreed(error)) throw error;
      }
    }
  }

  /**
   * Asks the person first where that loosens a protection, links a folder, or erases a value that could be returned to. A key that can't be kept is passed over, and
   * its error thrown when all else is done.
   * @throws BACKUP_UNKNOWN where the vault changed since, NOT_CONFIRMED; VALUE_*, KEYCHAIN_*: what was taken before stays
   */
  return async function take(opened: OpenedBackup, choice: RestoreChoice): Promise<Restored> {
    const entries = chosen(opened.keys, choice.keys);
    await refuseStale(entries);
    const linkable = await linkableOf(chosen(opened.projects, choice.projects));
    if (!(await askLink(consent, linkable))) throw vaultError('NOT_CONFIRMED');
    const looser = entries
      .filter(({ key, compared }) => downgradesProtection(key, compared.here))
      .map(({ key }) => key.name);
    const always = looser.length > 0 && (await askAlways(consent, looser));
    const erased = entries.flatMap(({ compared }) => previousBehind(compared, trustedTime));
    if (
      erased.length > 0 &&
      !(await askErasing(
        consent,
        erased.map(({ name }) => name),
      ))
    )
      throw vaultError('NOT_CONFIRMED');
    const allowed = {
      always,
      erasable: new Set(erased.map(({ account }) => account)),
      isMoving: !store.keys.any(),
      from: opened.file,
    };

    /** What the backup's keys are called here. */
    const ids = new Map<string, string>();
    for (const { key, compared } of opened.keys.values()) {
      if (compared.here !== null) ids.set(key.id, compared.here.key.id);
    }
    const restored: Restored = { keys: 0, projects: 0 };
    const unfit: unknown[] = [];
    try {
      for (const [index, { key, compared }] of entries.entries()) {
        try {
          if (compared.here === null) ids.set(key.id, await keyRestore.insert(key, allowed));
          else await keyRestore.change(key, compared.here.current, allowed);
          restored.keys += 1;
        } catch (error) {
          if (!isUnfit(error)) throw error;
          unfit.push(error);
        }
        changes.backup({ done: index + 1, total: entries.length });
      }
      for (const one of linkable) {
        try {
          if (await projectRestore.link(one, (id) => ids.get(id), opened.file)) restored.projects += 1;
        } catch (error) {
          if (!isTooMuch(error)) throw error;
          unfit.push(error);
        }
      }
    } finally {
      changes.keys();
      changes.projects();
    }
    if (choice.settings) await takeSettings(opened.settings);
    if (unfit.length > 0) throw unfit[0];
    return restored;
  };
}

/** The previous value that restoring the key would erase although its rotation can still be undone, if there is one. */
function previousBehind({ here, isOther }: Compared, trustedTime: TrustedTime): { name: string; account: string }[] {
  const previous = here?.previous ?? null;
  if (here === null || previous === null || !isOther || !isInGrace(previous, trustedTime)) return [];
  return [{ name: here.key.name, account: accountOf(previous) }];
}

/** The project has more bindings than there may be here; the next one may fit. */
function isTooMuch(error: unknown): boolean {
  return isVaultError(error, 'TARGET_FULL') || isVaultError(error, 'BINDINGS_FULL');
}

/** The key itself can't be kept here, as where this keychain takes shorter values only; the next one may. */
function isUnfit(error: unknown): boolean {
  return isVaultError(error) && /^(VALUE|NAME|ENV_VAR|FIELDS?)_/.test(error.code);
}
