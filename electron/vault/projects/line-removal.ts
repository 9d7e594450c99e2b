import { isVaultError, vaultError } from '../errors.ts';
import type { KeyedSequencer } from '../keyed-sequencer.ts';
import { askedValue } from '../keys/key-question.ts';
import type { EnvContent, FileSnapshot } from '../ports.ts';
import type { BindingRecord, KeyWithVersions } from '../records.ts';
import { last4Of } from '../value.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { isChoiceOf, type WriteQuestion } from '../write-question.ts';
import { editFile } from './edit-file.ts';
import { type AskGit, askGitAlone, askGitTogether } from './git-answers.ts';
import { refuseWhatGitWouldCommit } from './preview.ts';
import { findTarget } from './projects.ts';
import { type LinePlan, type OwnLine, removalFile } from './removal-plan.ts';

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

/** A plan of a file that could be read, with what was read. */
interface ReadFile {
  readonly plan: LinePlan;
  readonly snapshot: FileSnapshot;
  readonly content: EnvContent;
}

export interface LineRemoval {
  /** What could be removed from each file that the key is bound in. What is in the way of one file stands in its plan. */
  plan(keyId: string): Promise<LinePlan[]>;
  /**
   * Asks the person, in main's own window, which of these lines of the key go; it also shows the files that can't be written.
   * Where no file has a line, nobody is asked. Returns the plans with the lines that were chosen. @throws NOT_CONFIRMED, DIALOG_OPEN, ASKED_TOO_OFTEN
   */
  ask(leaving: KeyWithVersions, plans: readonly LinePlan[]): Promise<LinePlan[]>;
  /**
   * Takes the plan's lines out of its file, where nothing moved since, and writes nothing else there; their bindings go with
   * them. `name`: the key's, for the activity.
   */
  remove(plan: LinePlan, name: string): Promise<LineOutcome>;
}

const noBytes = new Uint8Array();

function isOneOf(line: OwnLine, lines: readonly OwnLine[]): boolean {
  const identity = JSON.stringify(line);
  return lines.some((one) => JSON.stringify(one) === identity);
}

/** Removes lines of a single key from files: no other line is written, whatever an export would change there. */
export function createLineRemoval(ports: VaultPorts, inSequence: KeyedSequencer): LineRemoval {
  const { store, files, envDocuments, fingerprints, consent, clock } = ports;

  /** The line, where it holds what Clavis wrote or imported. What somebody else put there is not this key's to remove. */
  async function ownLine(content: EnvContent, binding: BindingRecord): Promise<OwnLine | null> {
    const { envVar, exported, writing, adoptedFor } = binding;
    const value = content.valueOf(envVar);
    if (value === null) return null;
    for (const hash of [exported, writing]) {
      if (hash === null || (await fingerprints.of(value, hash)) !== hash) continue;
      const repeated = content.isRepeated(envVar);
      return { binding, foreign: adoptedFor !== null, repeated, last4: last4Of(value) };
    }
    return null;
  }

  /** @throws the TARGET_* errors, FOLDER_GONE, GIT_FAILED, KEYCHAIN_* */
  async function read(keyId: string, targetId: string, askGit: AskGit): Promise<ReadFile> {
    const { target, project } = findTarget(store, targetId);
    const git = await askGit({ project, target });
    const snapshot = await files.read(project.root, target.file);
    const content = await envDocuments.read(snapshot.bytes ?? noBytes, target);
    const lines: OwnLine[] = [];
    let left = 0;
    for (const binding of boundIn(targetId, keyId)) {
      const own = await ownLine(content, binding);
      if (own !== null) lines.push(own);
      else if (content.has(binding.envVar)) left += 1;
    }
    const { stamp } = snapshot;
    const found = { plan: { keyId, target, project, stamp, git, lines, left, error: null }, snapshot, content };
    return lines.length === 0 ? found : { ...found, plan: { ...found.plan, error: await whyNot(found) } };
  }

  /** Why the plan's lines can't be taken out of the file now; null: they can. */
  async function whyNot(found: ReadFile): Promise<unknown> {
    const { git, target } = found.plan;
    try {
      if (git !== null) refuseWhatGitWouldCommit({ git, target });
      await edit(found);
      return null;
    } catch (error) {
      return error;
    }
  }

  function boundIn(targetId: string, keyId: string): BindingRecord[] {
    return store.bindings.ofTarget(targetId).filter((binding) => binding.keyId === keyId);
  }

  /** The file's bytes without the lines. Read back: what is left defines none of them. */
  async function edit({ plan, snapshot, content: before }: ReadFile): Promise<Uint8Array> {
    const edits = plan.lines.map(({ binding }) => ({ name: binding.envVar, value: null }));
    const { bytes, content } = await editFile(ports, { ...plan, snapshot, content: before }, edits);
    if (edits.some(({ name }) => content.has(name))) throw vaultError('INTERNAL');
    return bytes;
  }

  async function removeNow(asked: LinePlan, name: string): Promise<void> {
    const { keyId, target, project } = asked;
    const now = await read(keyId, target.id, askGitAlone(ports));
    const { file } = target;
    if (now.plan.stamp !== asked.stamp) throw vaultError('TARGET_CHANGED', { file });
    // Each chosen line is still the very one that was shown.
    const lines = now.plan.lines.filter((line) => isOneOf(line, asked.lines));
    if (lines.length !== asked.lines.length) throw vaultError('PREVIEW_UNKNOWN');
    if (now.plan.error !== null) throw now.plan.error;
    const bytes = await edit({ ...now, plan: { ...now.plan, lines } });
    await files.write(project.root, file, bytes, now.snapshot);
    const at = clock.now();
    store.commit(() => {
      for (const { binding } of lines) {
        const { envVar } = binding;
        if (store.bindings.find(target.id, envVar)?.keyId !== keyId) continue;
        store.bindings.remove(target.id, envVar);
        const detail = `${envVar} in ${project.name}/${file}, its line removed`;
        store.activity.append({ at, kind: 'unbound', keyId, subject: name, detail });
      }
    });
  }

  async function ask(leaving: KeyWithVersions, plans: readonly LinePlan[]): Promise<LinePlan[]> {
    const asked = plans.filter(({ lines, error }) => lines.length > 0 || error !== null);
    if (asked.length === 0) return [...plans];
    const { key, current } = leaving;
    const question: WriteQuestion = {
      purpose: 'remove',
      leaving: {
        name: key.name,
        isInTrash: key.deletedAt !== null,
        before: ports.renamings.before(key.id, key.name),
        ...askedValue(ports.detection, key.provider, current),
      },
      files: asked.map(removalFile),
    };
    const choice = await consent.askWrite(question);
    if (choice === null) throw vaultError('NOT_CONFIRMED');
    if (!isChoiceOf(question, choice)) throw vaultError('INTERNAL');
    const chosen = new Map(choice.files.map(({ at, lines }) => [asked[at], lines]));
    return plans.map((plan) => {
      const lines = (chosen.get(plan) ?? []).flatMap(({ at }) => plan.lines[at] ?? []);
      return { ...plan, lines, left: plan.left + plan.lines.length - lines.length };
    });
  }

  return {
    async plan(keyId) {
      const targetIds = [...new Set(store.bindings.ofKey(keyId).map(({ targetId }) => targetId))];
      const askGit = askGitTogether(ports, targetIds);
      const plans: LinePlan[] = [];
      for (const targetId of targetIds) {
        await ports.takeTurn();
        try {
          plans.push((await read(keyId, targetId, askGit)).plan);
        } catch (error) {
          // Unlinked meanwhile: nothing of it is the key's any more.
          if (isVaultError(error, 'TARGET_UNKNOWN')) continue;
          const found = findTarget(store, targetId);
          plans.push({
            keyId,
            ...found,
            stamp: null,
            git: null,
            lines: [],
            left: boundIn(targetId, keyId).length,
            error,
          });
        }
      }
      return plans;
    },

    ask,

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
