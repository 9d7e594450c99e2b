import { createIntake, nameOfVariable } from '../collections/intake.ts';
import { looksLikeSecret } from '../collections/secret-names.ts';
import { vaultError } from '../errors.ts';
import type { Keys } from '../keys/keys.ts';
import type { FileSnapshot, Ports } from '../ports.ts';
import type { Secret } from '../secret.ts';
import type { Serial } from '../serial.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { last4Of } from '../value.ts';
import { findTarget, type ProjectView, viewProject } from './projects.ts';
import { shownNames } from './shown-names.ts';

export interface ImportVariable {
  name: string;
  /** What the value seems to be, or ''. */
  label: string;
  provider: string;
  last4: string | null;
  /** Proposed: its value or its name looks like a secret. */
  secret: boolean;
  /** The key that holds this very value already. */
  heldBy: string | null;
  /** It is bound in this file already. */
  bound: boolean;
}

export interface ImportView {
  importId: string;
  file: string;
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

export interface Importing {
  /** What an existing file holds, masked. @throws TARGET_*, FOLDER_GONE, KEYCHAIN_* */
  scan(targetId: string): Promise<ImportView>;
  /**
   * Takes the named variables' values into the vault and binds them; the same value twice is one key. The file stays as it
   * is. @throws IMPORT_UNKNOWN where it changed since; ENV_VAR_REFUSED, KEYCHAIN_*: what was taken before that stays
   */
  take(importId: string, names: readonly string[]): Promise<ImportResult>;
  /** The values that a scan holds are forgotten. */
  forget(): void;
}

interface Scan {
  readonly importId: string;
  readonly targetId: string;
  readonly snapshot: FileSnapshot;
  readonly values: ReadonlyMap<string, Secret>;
}

const noBytes = new Uint8Array();

export function createImporting(ports: Ports, serial: Serial, keys: Keys, settings: SettingsStore): Importing {
  const { store, files, envDocuments, fingerprints, providers, clock, changes, newId } = ports;
  const intake = createIntake(ports, keys, settings);
  let last: Scan | null = null;

  /** The key of a variable's value: one that is there, or a new one. */
  function keyFor(envVar: string, value: Secret, projectName: string): Promise<{ keyId: string; isNew: boolean }> {
    const recognised = providers.recognise(value);
    const name = nameOfVariable(envVar, recognised);
    const provider = recognised?.provider ?? '';
    return intake.keyFor({ name, provider, envVar, note: '', tags: [], where: projectName }, value);
  }

  return {
    async scan(targetId) {
      const { target, project } = findTarget(store, targetId);
      const snapshot = await files.read(project.root, target.file);
      const content = await envDocuments.read(snapshot.bytes ?? noBytes, target);
      const bound = new Set(
        store.bindings.ofTarget(targetId).flatMap((one) => (one.keyId === null ? [] : [one.envVar])),
      );
      const values = new Map<string, Secret>();
      const variables: ImportVariable[] = [];
      const { names, hidden } = shownNames(content, providers);
      for (const name of names) {
        const value = intake.fitValue(content.valueOf(name));
        if (value === null || envDocuments.refusedName(name) !== null) continue;
        values.set(name, value);
        const recognised = providers.recognise(value);
        variables.push({
          name,
          label: recognised?.label ?? '',
          provider: recognised?.provider ?? '',
          last4: last4Of(value),
          secret: recognised !== null || looksLikeSecret(name, value),
          heldBy: await intake.heldBy(value),
          bound: bound.has(name),
        });
      }
      last = { importId: newId(), targetId, snapshot, values };
      return { importId: last.importId, file: target.file, variables, hidden };
    },

    async take(importId, names) {
      const scan = last;
      if (scan?.importId !== importId) throw vaultError('IMPORT_UNKNOWN');
      return serial(`target:${scan.targetId}`, async () => {
        const { target, project } = findTarget(store, scan.targetId);
        const now = await files.read(project.root, target.file);
        if (now.stamp !== scan.snapshot.stamp) throw vaultError('IMPORT_UNKNOWN');
        let kept = 0;
        let bound = 0;
        try {
          for (const name of new Set(names)) {
            const value = scan.values.get(name);
            if (value === undefined) throw vaultError('BINDING_UNKNOWN', { envVar: name });
            const { keyId, isNew } = await keyFor(name, value, project.name);
            const exported = await fingerprints.of(value);
            const at = clock.now();
            store.commit(() => {
              // The line is the key's from now on: it holds exactly what the vault would write.
              const line = { exported, exportedAt: at, writing: null, adoptedFor: keyId };
              store.bindings.put({ targetId: target.id, envVar: name, keyId, ...line });
              const subject = store.keys.find(keyId)?.key.name ?? name;
              const detail = `${name} from ${project.name}/${target.file}`;
              store.activity.append({ at, kind: 'imported', keyId, subject, detail });
            });
            if (isNew) kept += 1;
            bound += 1;
          }
        } finally {
          changes.projects();
          changes.keys();
        }
        return { kept, bound, project: viewProject(store, project) };
      });
    },

    forget() {
      last = null;
    },
  };
}
