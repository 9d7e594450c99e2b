import { vaultError } from '../errors.ts';
import type { KeyedSequencer } from '../keyed-sequencer.ts';
import { createFieldProblems, type FieldProblems } from '../keys/field-problems.ts';
import { checkKeyFields, foldName, type KeyFields } from '../keys/key-fields.ts';
import type { RawValues } from '../keys/raw-values.ts';
import { defaultSettings } from '../settings/setting-values.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { createScan, type FoundEntry, type FoundView } from './scan.ts';
import { removeSpare, type SpareItem, type SpareView } from './spare-items.ts';
import { createTake } from './take.ts';

export interface KeyRecoveryView {
  recoveryId: string;
  found: FoundView[];
  missing: { keyId: string; name: string }[];
  /** Keys whose current value the keychain changed before it was encoded. */
  damaged: { keyId: string; name: string }[];
  /** Items that lie next to the ones that are read. */
  spare: SpareView[];
}

/** What the person calls a found key; a key that is here keeps its own name. */
export interface ChosenEntry {
  readonly entryId: string;
  readonly name: string;
  readonly envVar: string;
}

/** After a lost or older database: the keychain still holds the values, under the keys' ids (invariant 4). */
export interface KeyRecovery {
  /**
   * Looks through the whole keychain, by names and labels; macOS and Windows hand every value out for it: only when a person
   * asks. What it shows of the keys that are here is remembered: whose value is missing, and whose was found.
   * @throws KEYCHAIN_*; KEYCHAIN_LOCKED also where a single account is locked
   */
  scan(): Promise<KeyRecoveryView>;
  /**
   * Takes found values where they are: nothing is written to the keychain, and nothing removed but the third value of a key
   * that can have two. A key that the vault doesn't know comes back under its own id; of one that it knows, a later value
   * becomes the current one, an earlier one the previous. Returns the number of values, and of how many entries none was taken:
   * no key can have them, or they changed since.
   * @throws RECOVERY_UNKNOWN; FIELDS_INVALID with every `<entry id>.<field>` that is wrong, before anything is taken;
   * KEYCHAIN_*: what was taken before that stays
   */
  take(recoveryId: string, chosen: readonly ChosenEntry[]): Promise<{ kept: number; left: number }>;
  /**
   * Removes these items, if the person agrees in main's own dialog. Returns how many are gone.
   * @throws RECOVERY_UNKNOWN; NOT_CONFIRMED; SPARE_NEEDED, KEYCHAIN_*: what was removed before that is gone
   */
  removeSpare(recoveryId: string, itemIds: readonly string[]): Promise<{ removed: number }>;
  /** What the last look found is forgotten. */
  forget(): void;
}

interface Last {
  readonly recoveryId: string;
  readonly entries: ReadonlyMap<string, FoundEntry>;
  readonly spare: ReadonlyMap<string, SpareItem>;
}

export function createKeyRecovery(
  ports: VaultPorts,
  inSequence: KeyedSequencer,
  { settings, rawValues }: { settings: SettingsStore; rawValues: Pick<RawValues, 'damaged'> },
): KeyRecovery {
  const { store, envDocuments, changes } = ports;
  const scan = createScan(ports);
  const take = createTake(ports, settings);
  let last: Last | null = null;

  /** Null for a key that is here: it keeps its own. What is wrong goes to `problems`, by entry and field. */
  function fieldsOf(
    { proposed }: FoundEntry,
    { entryId, name, envVar }: ChosenEntry,
    { names, problems }: { names: Set<string>; problems: FieldProblems },
  ): KeyFields | null {
    if (proposed === null) return null;
    const { provider } = proposed;
    const { rotateEveryDays } = defaultSettings;
    const given = { name, envVar, provider, copyPolicy: 'once', rotateEveryDays, note: '', tags: [] } as const;
    const refuseName = (wanted: string): void => {
      const folded = foldName(wanted);
      const isTaken = names.has(folded) || store.keys.idByFoldedName(folded) !== null;
      if (isTaken) throw vaultError('NAME_TAKEN', { name: wanted });
      names.add(folded);
    };
    return checkKeyFields(given, { envDocuments, problems: ofEntry(entryId, problems), refuseName });
  }

  return {
    async scan() {
      const { found, missing, spare } = await scan();
      last = {
        recoveryId: ports.newId(),
        entries: new Map(found.map(({ entry, view }) => [view.entryId, entry])),
        spare: new Map(spare.map((item) => [item.view.itemId, item])),
      };
      return {
        recoveryId: last.recoveryId,
        found: found.map(({ view }) => view).sort((a, b) => a.name.localeCompare(b.name, 'en')),
        missing: missing.map(({ key }) => ({ keyId: key.id, name: key.name })),
        damaged: rawValues.damaged(),
        spare: spare.map(({ view }) => view),
      };
    },

    async take(recoveryId, chosen) {
      const entries = last?.recoveryId === recoveryId ? last.entries : null;
      // All before anything is taken, so that names to fix are told while they can still be changed.
      const checks = { names: new Set<string>(), problems: createFieldProblems() };
      const wanted = chosen.flatMap((one) => {
        const entry = entries?.get(one.entryId);
        if (entry === undefined) throw vaultError('RECOVERY_UNKNOWN');
        // Taken already, by a call that then met an error.
        if (entry.proposed !== null && store.keys.find(entry.keyId) !== null) return [];
        return [{ entry, fields: fieldsOf(entry, one, checks) }];
      });
      checks.problems.refuse();
      let kept = 0;
      let left = 0;
      try {
        for (const { entry, fields } of wanted) {
          const values = await inSequence(entry.keyId, () => take(entry, fields));
          kept += values;
          if (values === 0) left += 1;
        }
      } finally {
        changes.keys();
        changes.projects();
      }
      return { kept, left };
    },

    async removeSpare(recoveryId, itemIds) {
      const items = last?.recoveryId === recoveryId ? last.spare : null;
      const chosen = [...new Set(itemIds)].map((itemId) => {
        const item = items?.get(itemId);
        if (item === undefined) throw vaultError('RECOVERY_UNKNOWN');
        return item;
      });
      return { removed: chosen.length === 0 ? 0 : await removeSpare(ports, chosen) };
    },

    forget() {
      last = null;
    },
  };
}

/** The problems of one entry's fields, among those of all entries. */
function ofEntry(entryId: string, problems: FieldProblems): FieldProblems {
  return {
    ...problems,
    parse: (field, parse, otherwise) => problems.parse(`${entryId}.${field}`, parse, otherwise),
  };
}
