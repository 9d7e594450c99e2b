import {
  type BackupContent,
  type BackupKey,
  type BackupProject,
  type BackupVersion,
  fileNameOf,
} from '../backup-content.ts';
import { fewAtOnce } from '../few-at-once.ts';
import type { KeyedSequencer } from '../keyed-sequencer.ts';
import { assertPlausible } from '../keys/plausible-value.ts';
import { accountOf } from '../keys/value-store.ts';
import { assertStrong } from '../passphrase.ts';
import type { Ports } from '../ports.ts';
import type { ProjectRecord } from '../records.ts';
import type { Secret } from '../secret.ts';
import type { SettingsStore } from '../settings/settings.ts';

export interface SavedBackup {
  /** The file's own name. */
  file: string;
  /** Number of keys in it. */
  keys: number;
  /** Names of keys of which a value is not in it, for the keychain doesn't hold it. */
  missing: string[];
  /** How many keys are in Trash: a backup holds none of them. */
  inTrash: number;
}

export interface BackingUp {
  /** @throws PASSPHRASE_WEAK */
  checkPassphrase(passphrase: Secret): void;
  /** The name that is proposed for today's backup. */
  proposedName(): string;
  /**
   * Writes everything to a place that the person picked, encrypted, and opens it once to be sure. A file there before is
   * replaced only by one that opens with what the person types in main's own window: a taken-over page could have chosen
   * another passphrase. @throws PASSPHRASE_WEAK, BACKUP_UNWRITABLE, BACKUP_NOT_CONFIRMED, KEYCHAIN_*
   */
  save(path: string, passphrase: Secret): Promise<SavedBackup>;
}

/** How many keys are read at once. */
const keysAtOnce = 32;

export function createBackingUp(ports: Ports, inSequence: KeyedSequencer, settings: SettingsStore): BackingUp {
  const { store, keychain, backups, consent, clock, changes } = ports;

  /** One key with its values, at one moment: no rotation goes on at the same time. Null for a key that went meanwhile. */
  async function readKey(id: string): Promise<{ name: string; key: BackupKey | null; whole: boolean } | null> {
    const listed = store.keys.find(id);
    if (listed === null || listed.key.deletedAt !== null) return null;
    const { deletedAt: _, ...fields } = listed.key;
    const versions: BackupVersion[] = [];
    let whole = true;
    const kept = [listed.current, listed.previous].filter((version) => version !== null);
    const outcomes = await keychain.readMany(kept.map(accountOf));
    for (const version of kept) {
      const outcome = outcomes.get(accountOf(version));
      if (outcome?.ok === false) throw outcome.error;
      const value = outcome?.value ?? null;
      if (value !== null) await assertPlausible(ports, version, value);
      const { number, state, grants, createdAt, currentSince, graceEndsAt } = version;
      if (value !== null) versions.push({ number, state, value, grants, createdAt, currentSince, graceEndsAt });
      else whole = false;
    }
    const [first, ...more] = versions;
    return { name: fields.name, key: first === undefined ? null : { ...fields, versions: [first, ...more] }, whole };
  }

  function projectOf({ id, name, root }: ProjectRecord): BackupProject {
    const targets = store.targets.ofProject(id).map(({ projectId: _, ...target }) => ({
      ...target,
      bindings: store.bindings
        .ofTarget(target.id)
        .flatMap(({ envVar, keyId }) => (keyId === null ? [] : [{ envVar, keyId }])),
    }));
    return { id, name, root, targets };
  }

  async function readAll(total: number): Promise<{ content: BackupContent; missing: string[] }> {
    const keys: BackupKey[] = [];
    const missing: string[] = [];
    let done = 0;
    // Side by side, so that the keychain hands out their values together.
    const all = await fewAtOnce(store.keys.listed(), keysAtOnce, async ({ key }) => {
      const read = await inSequence(key.id, () => readKey(key.id));
      done += 1;
      changes.backup({ done: Math.min(done, total), total });
      return read;
    });
    for (const read of all) {
      if (read !== null && read.key !== null) keys.push(read.key);
      if (read !== null && !read.whole) missing.push(read.name);
    }
    const projects = store.projects.all().map(projectOf);
    return { content: { madeAt: clock.now(), keys, projects, settings: settings.get() }, missing };
  }

  return {
    checkPassphrase: assertStrong,

    proposedName() {
      const now = new Date(clock.now());
      const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => `${part}`.padStart(2, '0'));
      return `clavis-${now.getFullYear()}-${month}-${day}.age`;
    },

    save(path, passphrase) {
      assertStrong(passphrase);
      return inSequence('backup', async () => {
        // One step more than keys: what is read has still to be encrypted, written and opened again.
        const total = store.keys.listed().length + 1;
        const { content, missing } = await readAll(total);
        const file = fileNameOf(path);
        const confirm = (opens: (typed: Secret) => Promise<boolean>) => consent.confirmPassphrase(file, opens);
        await backups.save(path, { passphrase, content, confirm });
        changes.backup({ done: total, total });
        const detail = content.keys.length === 1 ? '1 key' : `${content.keys.length} keys`;
        store.activity.append({ at: clock.now(), kind: 'backed-up', keyId: null, subject: file, detail });
        return { file, keys: content.keys.length, missing, inTrash: store.keys.deletedCount() };
      });
    },
  };
}
