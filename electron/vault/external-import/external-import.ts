import { isVaultError, vaultError } from '../errors.ts';
import { createKeyedSequencer } from '../keyed-sequencer.ts';
import { nameLike } from '../keys/free-name.ts';
import { foldName } from '../keys/key-fields.ts';
import type { Keys } from '../keys/keys.ts';
import type { ExternalContent, FoundEnvFile, FoundItem } from '../ports.ts';
import { isWrittenFile } from '../projects/written-files.ts';
import type { Reason } from '../reasons.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { shownNames } from '../shown-names.ts';
import { last4Of } from '../value.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { createIntake } from './intake.ts';
import { type FoundKind, mayKeep } from './judging.ts';

/** One value of another program's export, or of a folder's env files. Never the value (invariant 1). */
export interface ExternalImportEntry {
  entryId: string;
  name: string;
  envVar: string;
  /** What the value seems to be, or ''. */
  label: string;
  provider: string;
  last4: string | null;
  /** Of a reference, a ciphertext or a marred value no key is made. */
  kind: FoundKind;
  /** Proposed: it is a secret. */
  secret: boolean;
  /** The odd characters in it, in words; '' for none. */
  odd: string;
  /** The key that holds this very value already. */
  heldBy: string | null;
  /** The folder or vault it lies in there, or its file; '' where it lies in none. */
  from: string;
}

export interface ExternalImportView {
  externalImportId: string;
  /** "Bitwarden, 42 items". */
  source: string;
  /** Items that are archived or in the trash there, that hold no value, or that can't be read. */
  skipped: number;
  /** How many of them are archived there, and how many lie in its trash. */
  archived: number;
  trashed: number;
  entries: ExternalImportEntry[];
}

export interface ExternalImport {
  /** Another password manager's export, which the person picked in a native dialog. @throws EXTERNAL_IMPORT_*, KEYCHAIN_* */
  openFile(path: string): Promise<ExternalImportView>;
  /** The env files in a folder that the person picked in a native dialog. @throws FOLDER_GONE, EXTERNAL_IMPORT_*, KEYCHAIN_* */
  openFolder(path: string): Promise<ExternalImportView>;
  /**
   * Takes the chosen values into the vault; the same value twice is one key. `there`: the vault had their value already.
   * @throws EXTERNAL_IMPORT_UNKNOWN; the errors of a new key, KEYCHAIN_*: what was taken before that stays
   */
  take(externalImportId: string, entryIds: readonly string[]): Promise<{ kept: number; there: number }>;
  /** The values are forgotten. */
  forget(): void;
}

interface Held {
  readonly externalImportId: string;
  readonly source: string;
  /** New keys bring a copy grant: nothing that was opened holds anything of the vault's. */
  readonly mayCopy: boolean;
  readonly candidates: ReadonlyMap<string, Candidate>;
}

/** More than a person could look through. */
const entriesLimit = 20_000;
/** Of a folder's env files: more than any project has, the largest monorepo included. */
const envFilesLimit = 1_000;
/** In bytes, of all env files in a folder. */
const folderSizeLimit = 16 * 1024 * 1024;
const noBytes = new Uint8Array();

function tooMuch(folder: string, reason: Reason): Error {
  return vaultError('EXTERNAL_IMPORT_UNREADABLE', { file: folder, reason });
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

interface ReadEnvFile {
  readonly item: FoundItem;
  /** In bytes. */
  readonly size: number;
  /** Clavis wrote values to it. */
  readonly isOwn: boolean;
}

export function createExternalImport(ports: VaultPorts, keys: Keys, settings: SettingsStore): ExternalImport {
  const { store, files, envDocuments, envFileFinder, externalImports, clock, changes, newId, takeTurn } = ports;
  const intake = createIntake(ports, keys, settings);
  const inSequence = createKeyedSequencer();
  let last: Held | null = null;

  /** Gives each name once, and none that a key has: what is shown is what the key will be called. */
  function createNames(): (wanted: string, where: string) => string {
    const given = new Set<string>();
    const counts = new Map<string, number>();
    const isFree = (folded: string): boolean => !given.has(folded) && store.keys.idByFoldedName(folded) === null;
    return (wanted, where) => {
      // Names that are alike but for case, or for their cut-off ends, count on from one another: no number is tried twice.
      const stem = foldName(nameLike(wanted, where, entriesLimit));
      for (let count = 0; ; count = Math.max(count + 1, counts.get(stem) ?? 0)) {
        const name = nameLike(wanted, where, count);
        const folded = foldName(name);
        if (!isFree(folded)) continue;
        given.add(folded);
        if (count > 0) counts.set(stem, count + 1);
        return name;
      }
    };
  }

  async function show(found: ExternalContent, what: string, isOwn: boolean): Promise<ExternalImportView> {
    const { file, source, items, archived, trashed } = found;
    if (items.reduce((sum, { values }) => sum + values.length, 0) > entriesLimit) {
      throw vaultError('EXTERNAL_IMPORT_UNREADABLE', {
        file,
        reason: { code: 'TOO_MANY_VALUES', limit: entriesLimit },
      });
    }
    const offered = await candidatesOf(found, ports);
    const candidates = new Map<string, Candidate>();
    const entries: ExternalImportEntry[] = [];
    const nameOf = createNames();
    const all = offered.flat();
    const holders = await intake.holdersOf(all.map(({ value }) => value));
    for (const [at, candidate] of all.entries()) {
      await takeTurn();
      const { draft, value, label, kind, secret, odd, from } = candidate;
      const entryId = newId();
      const name = nameOf(draft.name, draft.where);
      const { provider, envVar } = draft;
      const heldBy = holders[at] ?? null;
      if (mayKeep(kind)) candidates.set(entryId, { ...candidate, draft: { ...draft, name } });
      entries.push({ entryId, name, envVar, label, provider, last4: last4Of(value), kind, secret, odd, heldBy, from });
    }
    if (entries.length === 0) throw vaultError('EXTERNAL_IMPORT_EMPTY', { file, archived, trashed });
    const mayCopy = !isOwn && holders.every((holder) => holder === null);
    last = { externalImportId: newId(), source, mayCopy, candidates };
    const empty = offered.filter((one) => one.length === 0).length;
    return {
      externalImportId: last.externalImportId,
      source: `${source}, ${counted(items.length + found.skipped, what)}`,
      skipped: found.skipped + empty,
      archived,
      trashed,
      entries,
    };
  }

  /** Null for a file that can't be read: the others are taken all the same. */
  async function readEnvFile(root: string, found: FoundEnvFile): Promise<ReadEnvFile | null> {
    try {
      const bytes = (await files.read(root, found.file)).bytes ?? noBytes;
      const content = await envDocuments.read(bytes, found);
      const { names } = await shownNames(content, ports);
      const item: FoundItem = {
        title: '',
        tags: [],
        note: '',
        url: '',
        from: found.file,
        isFile: true,
        values: names.flatMap((field) => {
          const value = content.valueOf(field);
          return value === null ? [] : [{ kind: 'variable', field, value }];
        }),
      };
      return { item, size: bytes.length, isOwn: await isWrittenFile(ports, root, found.file) };
    } catch (error) {
      if (isVaultError(error) && error.code !== 'FOLDER_GONE') return null;
      throw error;
    }
  }

  return {
    async openFile(path) {
      last = null;
      return show(await externalImports.read(path), 'item', false);
    },

    async openFolder(path) {
      last = null;
      const root = await files.resolveFolder(path);
      const name = root.split(/[\\/]/).findLast((part) => part !== '') ?? root;
      const envFiles = await envFileFinder.find(root);
      if (envFiles.length > envFilesLimit) throw tooMuch(name, { code: 'FOLDER_FILES_TOO_MANY', limit: envFilesLimit });
      const items: FoundItem[] = [];
      let size = 0;
      let values = 0;
      let isOwn = false;
      for (const one of envFiles) {
        const found = await readEnvFile(root, one);
        if (found === null) continue;
        items.push(found.item);
        size += found.size;
        isOwn ||= found.isOwn;
        values += found.item.values.length;
        // At once: the rest is not read.
        if (size > folderSizeLimit) throw tooMuch(name, { code: 'FOLDER_FILES_TOO_LARGE', limit: folderSizeLimit });
        if (values > entriesLimit) throw tooMuch(name, { code: 'FOLDER_VALUES_TOO_MANY', limit: entriesLimit });
      }
      const skipped = envFiles.length - items.length;
      return show({ source: name, file: name, items, skipped, archived: 0, trashed: 0 }, 'env file', isOwn);
    },

    take: (externalImportId, entryIds) =>
      inSequence('take', async () => {
        const held = last;
        if (held?.externalImportId !== externalImportId) throw vaultError('EXTERNAL_IMPORT_UNKNOWN');
        const chosen = [...new Set(entryIds)].map((entryId) => {
          const candidate = held.candidates.get(entryId);
          if (candidate === undefined) throw vaultError('EXTERNAL_IMPORT_UNKNOWN');
          return candidate;
        });
        let kept = 0;
        try {
          for (const { draft, value, from } of chosen) {
            const { keyId, isNew } = await intake.keyFor(draft, value, held.mayCopy);
            if (!isNew) continue;
            kept += 1;
            const subject = store.keys.find(keyId)?.key.name ?? draft.name;
            const place = from === '' ? held.source : `${held.source}, ${from}`;
            const detail = `${draft.envVar} from ${place}`;
            store.commit(() => store.activity.append({ at: clock.now(), kind: 'imported', keyId, subject, detail }));
          }
        } finally {
          changes.keys();
        }
        return { kept, there: chosen.length - kept };
      }),

    forget() {
      last = null;
    },
  };
}
