import { vaultError } from './errors.ts';
import { accountOf } from './kept-values.ts';
import { foldName } from './key-fields.ts';
import { findKey } from './key-view.ts';
import type { GitState, Ports } from './ports.ts';
import { type Change, type Plan, planExport } from './preview.ts';
import { findTarget } from './projects.ts';
import type { VersionRecord } from './records.ts';
import type { Secret } from './secret.ts';
import type { Serial } from './serial.ts';

export interface PreviewView {
  previewId: string;
  file: string;
  exists: boolean;
  changes: { envVar: string; kind: Change['kind']; keyId: string | null; last4: string | null }[];
  notOurs: string[];
  git: GitState;
}

export interface ExportResult {
  file: string;
  written: number;
  removed: number;
}

export interface Exporting {
  preview(targetId: string): Promise<PreviewView>;
  /** Adds the line to the ignore file that the preview named, and looks again. */
  ignore(targetId: string): Promise<PreviewView>;
  /** Writes what the preview showed, or nothing. @throws PREVIEW_UNKNOWN, TARGET_*, VALUE_*, GIT_FAILED, KEYCHAIN_* */
  export(previewId: string): Promise<ExportResult>;
  /** Every target of a project; asks first where a line would change that Clavis did not write. */
  exportProject(projectId: string): Promise<ExportResult[]>;
}

function refuseWhatGitWouldCommit({ git, target: { file } }: Plan): void {
  if (git.kind === 'tracked') throw vaultError('TARGET_TRACKED', { file });
  if (git.kind === 'exposed') throw vaultError('TARGET_NOT_IGNORED', { file });
  if (git.kind === 'unknown') throw vaultError('GIT_FAILED', { file, said: git.said });
}

function isWritten({ kind }: Change): boolean {
  return kind === 'added' || kind === 'changed';
}

export function createExporting(ports: Ports, serial: Serial): Exporting {
  const { store, clock, files, envDocuments, changes: told } = ports;
  /** One preview per target: a newer one replaces it. */
  const shown = new Map<string, { previewId: string; plan: Plan }>();

  async function readValue(version: VersionRecord): Promise<Secret> {
    const value = await ports.keychain.read(accountOf(version));
    if (value === null) throw vaultError('VALUE_MISSING', { name: findKey(store, version.keyId).key.name });
    return value;
  }

  /** Nothing is written unless a reader of the new bytes takes exactly what the vault holds. */
  async function editedBytes(plan: Plan): Promise<Uint8Array> {
    const { target, snapshot } = plan;
    const edits = await Promise.all(
      plan.changes
        .filter(({ kind }) => kind !== 'kept')
        .map(async ({ envVar, version }) => ({
          name: envVar,
          value: version === null ? null : await readValue(version),
        })),
    );
    const before = snapshot.bytes ?? new Uint8Array();
    const bound = store.bindings.ofTarget(target.id).map(({ envVar }) => envVar);
    const after = envDocuments.edit(before, { ...target, changes: edits, bound });
    const read = envDocuments.read(after, target.dialect, target.file);
    for (const { name, value } of edits) {
      if (read.get(name)?.reveal() !== value?.reveal()) throw vaultError('INTERNAL');
    }
    return after;
  }

  function commitExport(plan: Plan): void {
    const now = clock.now();
    const { target, project } = plan;
    store.commit(() => {
      for (const { envVar, kind, version } of plan.changes) {
        if (version === null) {
          store.bindings.remove(target.id, envVar);
          continue;
        }
        const { keyId, fingerprint } = version;
        const listed = store.keys.find(keyId);
        if (listed === null) continue;
        store.bindings.put({ targetId: target.id, envVar, keyId, exported: fingerprint, exportedAt: now });
        store.keys.update({ ...listed.key, lastUsedAt: now }, foldName(listed.key.name));
        if (kind === 'kept') continue;
        const detail = `${envVar} in ${project.name}/${target.file}`;
        store.activity.append({ at: now, kind: 'exported', keyId, subject: listed.key.name, detail });
      }
      for (const envVar of plan.forgotten) store.bindings.remove(target.id, envVar);
    });
    told.projects();
    told.keys();
  }

  async function write(plan: Plan): Promise<ExportResult> {
    refuseWhatGitWouldCommit(plan);
    const written = plan.changes.filter(isWritten).length;
    const removed = plan.changes.filter(({ kind }) => kind === 'removed').length;
    if (written + removed > 0) {
      const bytes = await editedBytes(plan);
      await files.write(plan.project.root, plan.target.file, bytes, plan.snapshot);
    }
    commitExport(plan);
    return { file: plan.target.file, written, removed };
  }

  async function preview(targetId: string): Promise<PreviewView> {
    const plan = await planExport(ports, targetId);
    const previewId = ports.newId();
    shown.set(targetId, { previewId, plan });
    return {
      previewId,
      file: plan.target.file,
      exists: plan.snapshot.bytes !== null,
      changes: plan.changes.map(({ envVar, kind, version }) => ({
        envVar,
        kind,
        keyId: version?.keyId ?? null,
        last4: version?.last4 ?? null,
      })),
      notOurs: [...plan.notOurs],
      git: plan.git,
    };
  }

  async function confirmForeignLines(plan: Plan): Promise<boolean> {
    const names = (kind: Change['kind']): string =>
      plan.changes.flatMap((change) => (change.kind === kind ? [change.envVar] : [])).join(', ');
    const lines = [
      ['Added', names('added')],
      ['Changed', names('changed')],
      ['Removed', names('removed')],
    ].flatMap(([word, list]) => (list === '' ? [] : [`${word}: ${list}`]));
    const count = plan.changes.filter(isWritten).length;
    return ports.consent.ask({
      message: `Write ${count} ${count === 1 ? 'variable' : 'variables'} to ${plan.project.name}/${plan.target.file}?`,
      detail: lines.join('\n'),
      action: 'Write',
    });
  }

  return {
    preview,

    async ignore(targetId) {
      const { target, project } = findTarget(store, targetId);
      await ports.git.ignore(project.root, target.file);
      return preview(targetId);
    },

    async export(previewId) {
      const found = [...shown.entries()].find(([, entry]) => entry.previewId === previewId);
      if (found === undefined) throw vaultError('PREVIEW_UNKNOWN');
      const [targetId, { plan: shownPlan }] = found;
      return serial(`target:${targetId}`, async () => {
        const plan = await planExport(ports, targetId);
        if (plan.snapshot.stamp !== shownPlan.snapshot.stamp) {
          throw vaultError('TARGET_CHANGED', { file: plan.target.file });
        }
        if (plan.identity !== shownPlan.identity) throw vaultError('PREVIEW_UNKNOWN');
        const result = await write(plan);
        shown.delete(targetId);
        return result;
      });
    },

    async exportProject(projectId) {
      if (store.projects.find(projectId) === null) throw vaultError('PROJECT_UNKNOWN');
      const results: ExportResult[] = [];
      for (const target of store.targets.ofProject(projectId)) {
        await serial(`target:${target.id}`, async () => {
          const plan = await planExport(ports, target.id);
          if (plan.changes.length === 0) return;
          if (!plan.touchesOnlyOurs && !(await confirmForeignLines(plan))) throw vaultError('NOT_CONFIRMED');
          results.push(await write(plan));
        });
      }
      return results;
    },
  };
}
