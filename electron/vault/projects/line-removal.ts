import { isVaultError, vaultError } from '../errors.ts';
import type { KeyedSequencer } from '../keyed-sequencer.ts';
import type { EnvContent, FileSnapshot, WriteFile, WriteLine, WriteQuestion } from '../ports.ts';
import type { BindingRecord, ProjectRecord, TargetRecord } from '../records.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { gitStateOf } from './preview.ts';
import { findTarget } from './projects.ts';
import { refuseWhatGitWouldCommit } from './reviewed-writes.ts';

/** What became of one file that the key was bound in. */
export interface LineOutcome {
  readonly targetId: string;
  readonly project: string;
  readonly file: string;
  /** How many of the key's lines are gone from it. */
  readonly removed: number;
  /** How many of its variables' lines stay, for they hold something that Clavis did not write. */
  readonly left: number;
  /** Why the file is as it was; null where it was written, or nothing was to be removed. */
  readonly error: unknown;
}

/** The lines of one key that are to go from one file. */
export interface LinePlan {
  readonly keyId: string;
  readonly target: TargetRecord;
  readonly project: ProjectRecord;
  readonly snapshot: FileSnapshot | null;
  readonly lines: readonly OwnLine[];
  readonly left: number;
  /** Why the file can't be changed; then it is no part of the question. */
  readonly error: unknown;
}

interface OwnLine {
  readonly binding: BindingRecord;
  /** It was there before Clavis wrote to it, or there are several of it: they all go. */
  readonly foreign: boolean;
}

export interface LineRemoval {
  /** What could be removed from each file that the key is bound in. What is in the way of one file stands in its plan. */
  plan(keyId: string): Promise<LinePlan[]>;
  /** Names each line that would go; null where none would. */
  question(plans: readonly LinePlan[]): WriteQuestion | null;
  /**
   * Takes the plan's lines out of its file, where nothing moved since, and writes nothing else there; their bindings go with
   * them. `name`: the key's, for the activity.
   */
  remove(plan: LinePlan, name: string): Promise<LineOutcome>;
}

const noBytes = new Uint8Array();

/** Removes lines of a single key from files: no other line is written, whatever an export would change there. */
export function createLineRemoval(ports: VaultPorts, inSequence: KeyedSequencer): LineRemoval {
  const { store, files, envDocuments, fingerprints, clock } = ports;

  /** The line holds what Clavis wrote or imported. What somebody else put there is not this key's to remove. */
  async function isOurs(content: EnvContent, { envVar, exported, writing }: BindingRecord): Promise<boolean> {
    const value = content.valueOf(envVar);
    if (value === null) return false;
    for (const hash of [exported, writing]) {
      if (hash !== null && (await fingerprints.of(value, hash)) === hash) return true;
    }
    return false;
  }

  /** @throws the TARGET_* errors, FOLDER_GONE, GIT_FAILED, KEYCHAIN_* */
  async function read(keyId: string, targetId: string): Promise<LinePlan> {
    const { target, project } = findTarget(store, targetId);
    const git = await gitStateOf(ports, project, target);
    const snapshot = await files.read(project.root, target.file);
    const content = await envDocuments.read(snapshot.bytes ?? noBytes, target);
    const lines: OwnLine[] = [];
    let left = 0;
    for (const binding of boundIn(targetId, keyId)) {
      const { envVar, adoptedFor } = binding;
      if (await isOurs(content, binding)) {
        lines.push({ binding, foreign: adoptedFor !== null || content.isRepeated(envVar) });
      } else if (content.has(envVar)) left += 1;
    }
    if (lines.length > 0) refuseWhatGitWouldCommit({ git, target });
    const plan = { keyId, target, project, snapshot, lines, left, error: null };
    // Nobody is asked about what can't be written.
    if (lines.length > 0) await edit(plan);
    return plan;
  }

  function boundIn(targetId: string, keyId: string): BindingRecord[] {
    return store.bindings.ofTarget(targetId).filter((binding) => binding.keyId === keyId);
  }

  /** The file's bytes without the lines. Read back: what is left defines none of them. */
  async function edit({ target, project, snapshot, lines }: LinePlan): Promise<Uint8Array> {
    const bound = store.bindings.ofTarget(target.id).map(({ envVar }) => envVar);
    const path = await files.realPath(project.root, target.file);
    const changes = lines.map(({ binding }) => ({ name: binding.envVar, value: null }));
    const bytes = await envDocuments.edit(snapshot?.bytes ?? noBytes, { ...target, path, changes, bound });
    const written = await envDocuments.read(bytes, target);
    if (changes.some(({ name }) => written.has(name))) throw vaultError('INTERNAL');
    return bytes;
  }

  const identityOf = ({ lines }: LinePlan): string => JSON.stringify(lines);

  async function removeNow(asked: LinePlan, name: string): Promise<void> {
    const { keyId, target, project } = asked;
    const now = await read(keyId, target.id);
    const { file } = target;
    if (now.snapshot === null || now.snapshot.stamp !== asked.snapshot?.stamp)
      throw vaultError('TARGET_CHANGED', { file });
    if (identityOf(now) !== identityOf(asked)) throw vaultError('PREVIEW_UNKNOWN');
    await files.write(project.root, file, await edit(now), now.snapshot);
    const at = clock.now();
    store.commit(() => {
      for (const { binding } of now.lines) {
        const { envVar } = binding;
        if (store.bindings.find(target.id, envVar)?.keyId !== keyId) continue;
        store.bindings.remove(target.id, envVar);
        const detail = `${envVar} in ${project.name}/${file}, its line removed`;
        store.activity.append({ at, kind: 'unbound', keyId, subject: name, detail });
      }
    });
  }

  function fileOf({ project, target, lines }: LinePlan): WriteFile {
    const named = lines.map(({ binding, foreign }): WriteLine => {
      const nothing = { key: null, keyBefore: null, last4: null, currentSince: null, note: null, couldRun: false };
      return { envVar: binding.envVar, change: 'removed', foreign, ...nothing };
    });
    return { project: project.name, file: target.file, root: project.root, lines: named };
  }

  return {
    async plan(keyId) {
      const targetIds = [...new Set(store.bindings.ofKey(keyId).map(({ targetId }) => targetId))];
      const plans: LinePlan[] = [];
      for (const targetId of targetIds) {
        await ports.takeTurn();
        try {
          plans.push(await read(keyId, targetId));
        } catch (error) {
          // Unlinked meanwhile: nothing of it is the key's any more.
          if (isVaultError(error, 'TARGET_UNKNOWN')) continue;
          const found = findTarget(store, targetId);
          plans.push({ keyId, ...found, snapshot: null, lines: [], left: boundIn(targetId, keyId).length, error });
        }
      }
      return plans;
    },

    question(plans) {
      const asked = plans.filter(({ lines }) => lines.length > 0);
      return asked.length === 0 ? null : { files: asked.map(fileOf) };
    },

    async remove(plan, name) {
      const { target, project, lines, left, error } = plan;
      const outcome = { targetId: target.id, project: project.name, file: target.file };
      if (lines.length === 0) return { ...outcome, removed: 0, left, error };
      try {
        await inSequence(`target:${target.id}`, () => removeNow(plan, name));
        return { ...outcome, removed: lines.length, left, error: null };
      } catch (failed) {
        return { ...outcome, removed: 0, left: left + lines.length, error: failed };
      }
    },
  };
}
