import { vaultError } from '../errors.ts';
import { createIntake, nameOfVariable } from '../external-import/intake.ts';
import { type FoundKind, type JudgedValue, judgeValue, mayKeep } from '../external-import/judging.ts';
import type { KeyedSequencer } from '../keyed-sequencer.ts';
import { lookForKey } from '../keys/key-view.ts';
import type { Keys } from '../keys/keys.ts';
import { accountOf } from '../keys/value-store.ts';
import type { BindingRecord } from '../records.ts';
import type { Secret } from '../secret.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { shownNames } from '../shown-names.ts';
import { noteLostPlace } from '../trash/lost-places.ts';
import { isGuessable, last4Of } from '../value.ts';
import { createValuePieces } from '../value-pieces.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { refuseTooManyBindings } from './binding-limits.ts';
import { boundVersions, isInUse } from './bound-versions.ts';
import { findTarget, type ProjectView, viewProject } from './projects.ts';
import { notAgreedYet } from './review.ts';
import { isWrittenFile } from './written-files.ts';

export interface ImportVariable {
  name: string;
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
  /** It is bound in this file already. */
  bound: boolean;
}

export interface ImportView {
  importId: string;
  variables: ImportVariable[];
  /** How many further names the file has, which are not shown: they could be parts of a value. */
  hidden: number;
}

export interface ImportResult {
  /** New keys. */
  kept: number;
  /** Variables that are bound now, to new keys or to some that were there. */
  bound: number;
  project: ProjectView;
}

export interface EnvImport {
  /** What an existing file holds, masked. @throws COMPARED_TOO_MUCH, TARGET_*, FOLDER_GONE, KEYCHAIN_* */
  scan(targetId: string): Promise<ImportView>;
  /**
   * Takes the named variables' values into the vault and binds them; the same value twice is one key. The file stays as it
   * is. @throws IMPORT_UNKNOWN where it changed since; ENV_VAR_REFUSED, TARGET_FULL, BINDINGS_FULL, KEYCHAIN_*: what was taken before that stays
   */
  take(importId: string, names: readonly string[]): Promise<ImportResult>;
  /** The values that a scan holds are forgotten. */
  forget(): void;
}

interface Scan {
  readonly importId: string;
  readonly targetId: string;
  /** Tells whether the file is still as it was. */
  readonly stamp: string;
  /** New keys bring a copy grant: the file holds nothing of the vault's, in whatever form. */
  readonly mayCopy: boolean;
  /** What can be taken, by its variable. */
  readonly values: ReadonlyMap<string, Found>;
}

/** A variable's value. */
interface Found extends JudgedValue {
  /** As it stands in the file, perhaps with something around it. */
  readonly inFile: Secret;
}

/** A variable that is about to become a key's. */
interface Taken {
  readonly envVar: string;
  readonly found: Found;
  /** Tells its key from another of its name: the project. */
  readonly where: string;
  readonly mayCopy: boolean;
}

const noBytes = new Uint8Array();

export function createEnvImport(
  ports: VaultPorts,
  inSequence: KeyedSequencer,
  keys: Keys,
  settings: SettingsStore,
): EnvImport {
  const { store, files, envDocuments, fingerprints, clock, changes, newId, takeTurn } = ports;
  const intake = createIntake(ports, keys, settings);
  let last: Scan | null = null;

  /** The key of a variable's value: one that is there, or a new one. */
  async function keyFor(
    binding: BindingRecord | null,
    { envVar, found, where, mayCopy }: Taken,
  ): Promise<{ keyId: string; isNew: boolean; own: BindingRecord | null }> {
    const own = binding === null ? null : await ownLine(binding, found.inFile);
    if (own !== null) return { ...own, isNew: false };
    const { detected, value } = found;
    const name = nameOfVariable(envVar, detected);
    const draft = { name, provider: detected.provider, envVar, note: '', tags: [], where };
    return { ...(await intake.keyFor(draft, value, mayCopy)), own: null };
  }

  /**
   * The bound key, where the line is what Clavis wrote for that very key. That is told of a value of any length, for Clavis
   * knows the line; which key it was written for is known by the version, and by the value alone only if nobody could guess it.
   */
  async function ownLine(own: BindingRecord, value: Secret) {
    const { keyId, exported, exportedFor } = own;
    if (keyId === null || exported === null || lookForKey(store, keyId) === null) return null;
    const isForKey = exportedFor === null ? !isGuessable(value) : exportedFor.startsWith(`${keyId}/`);
    if (!isForKey || (await fingerprints.of(value, exported)) !== exported) return null;
    return { keyId, own };
  }

  return {
    async scan(targetId) {
      const { target, project } = findTarget(store, targetId);
      const snapshot = await files.read(project.root, target.file);
      const content = await envDocuments.read(snapshot.bytes ?? noBytes, target);
      const versions = boundVersions(store, targetId);
      // A key in Trash is bound to nothing until it is restored.
      const bound = new Set(
        store.bindings
          .ofTarget(targetId)
          .filter((binding) => isInUse(binding, versions))
          .map(({ envVar }) => envVar),
      );
      const found = new Map<string, Found>();
      const pieces = createValuePieces();
      const { names, hidden } = await shownNames(content, ports);
      for (const name of names) {
        await takeTurn();
        const inFile = content.valueOf(name);
        const judged = judgeValue(ports, inFile, { name, file: target.file }, true);
        if (judged === null || inFile === null || envDocuments.refusedName(name) !== null) continue;
        found.set(name, { ...judged, inFile });
        if (judged.kind === 'secret') pieces.add(inFile.reveal());
      }
      const told = [...found].filter(([name]) => !pieces.isIn(name));
      const holders = await intake.holdersOf(told.map(([, { value }]) => value));
      const variables: ImportVariable[] = [];
      for (const [at, [name, { value, kind, detected, odd }]] of told.entries()) {
        await takeTurn();
        variables.push({
          name,
          label: kind === 'secret' && detected.confidence === 'name' ? '' : detected.label,
          provider: detected.provider,
          last4: last4Of(value),
          kind,
          secret: kind === 'secret' && odd === '',
          odd,
          heldBy: holders[at] ?? null,
          bound: bound.has(name),
        });
      }
      const values = new Map(told.filter(([, { kind }]) => mayKeep(kind)));
      const isOwn = await isWrittenFile(ports, project.root, target.file);
      const mayCopy = !isOwn && holders.every((holder) => holder === null);
      last = { importId: newId(), targetId, stamp: snapshot.stamp, mayCopy, values };
      return { importId: last.importId, variables, hidden: hidden + found.size - told.length };
    },

    async take(importId, names) {
      const scan = last;
      if (scan?.importId !== importId) throw vaultError('IMPORT_UNKNOWN');
      return inSequence(`target:${scan.targetId}`, async () => {
        const { target, project } = findTarget(store, scan.targetId);
        const now = await files.read(project.root, target.file);
        if (now.stamp !== scan.stamp) throw vaultError('IMPORT_UNKNOWN');
        let kept = 0;
        let bound = 0;
        const keyIds: string[] = [];
        try {
          for (const name of new Set(names)) {
            const found = scan.values.get(name);
            if (found === undefined) throw vaultError('BINDING_UNKNOWN', { envVar: name });
            const binding = store.bindings.find(target.id, name);
            if (binding === null) refuseTooManyBindings(store, target);
            const taken = { envVar: name, found, where: project.name, mayCopy: scan.mayCopy };
            const { keyId, isNew, own } = await keyFor(binding, taken);
            keyIds.push(keyId, ...(binding?.keyId ? [binding.keyId] : []));
            const exported = await fingerprints.of(found.inFile);
            const current = store.keys.find(keyId)?.current;
            const exportedFor = own?.exportedFor ?? (current?.fingerprint === exported ? accountOf(current) : null);
            const at = clock.now();
            store.commit(() => {
              // The line is the key's from now on: it holds exactly what the vault would write. Another value comes into
              // it when the person agreed to that once.
              const adoptedFor = own === null ? notAgreedYet : own.adoptedFor;
              const line = { exported, exportedAt: at, exportedFor, writing: null, adoptedFor };
              const subject = store.keys.find(keyId)?.key.name ?? name;
              if (binding !== null && binding.keyId !== keyId)
                noteLostPlace(store, at, binding, `${project.name}/${target.file}`, `now of ${subject}`);
              store.bindings.put({ targetId: target.id, envVar: name, keyId, ...line });
              const detail = `${name} from ${project.name}/${target.file}`;
              store.activity.append({ at, kind: 'imported', keyId, subject, detail });
            });
            if (isNew) kept += 1;
            bound += 1;
          }
        } finally {
          changes.projects([project.id]);
          changes.keys([...new Set(keyIds)]);
        }
        return { kept, bound, project: viewProject(store, project) };
      });
    },

    forget() {
      last = null;
    },
  };
}
