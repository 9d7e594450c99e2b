import { setImmediate as turn } from 'node:timers/promises';
import type { Ports } from '../../../electron/vault/ports.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import type { Vault } from '../../../electron/vault/vault.ts';
import type { TestClock } from '../../support/test-vault.ts';
import type { Task } from './protocol.ts';

/** An open vault, its ports and its clock. */
export interface Opened {
  readonly vault: Vault;
  readonly ports: Ports;
  readonly clock: TestClock;
  /** As at the app's end: nothing is left open. */
  close(): Promise<void>;
}

/** Timers run by themselves: waits until what fell due is done. */
async function pass({ vault, ports: { store }, clock }: Opened, ms: number): Promise<void> {
  const isOver = ({ key }: { key: { deletedAt: number | null } }): boolean =>
    (key.deletedAt ?? 0) + 10_000 <= clock.now();
  clock.pass(ms);
  await vault.rotation.endGraces();
  while (store.keys.deleted().some(isOver) || store.tombstones.all().length > 0) await turn();
}

function rename({ vault: { keys } }: Opened, id: string, name: string): Promise<unknown> {
  const { provider, envVar, copyPolicy, rotateEveryDays, note, tags } = keys.get(id);
  return keys.edit(id, { name, provider, envVar, copyPolicy, rotateEveryDays, note, tags });
}

async function ignore({ vault }: Opened, targetId: string, place: 'gitignore' | 'exclude'): Promise<void> {
  await vault.exporting.preview(targetId);
  await vault.exporting.ignore(targetId, place);
}

async function exportAll({ vault }: Opened): Promise<void> {
  for (const { error, left } of await vault.writing.all()) {
    const why = error ?? left[0]?.error ?? null;
    if (why !== null) throw why;
  }
}

/** Does what a person asked for, through the vault as handlers and shell call it. */
export async function perform(opened: Opened, task: Task): Promise<unknown> {
  const { vault } = opened;
  const { keys, rotation, deletion, copying, projects, envImport } = vault;
  switch (task.what) {
    case 'add':
      return keys.add(task.fields, new Secret(task.value));
    case 'rename':
      return rename(opened, task.id, task.name);
    case 'pin':
      return keys.pin(task.id, task.pinned);
    case 'rotate':
      return rotation.rotate(task.id, new Secret(task.value));
    case 'undoRotation':
      return rotation.undo(task.id);
    case 'finishRotation':
      return rotation.finish(task.id);
    case 'delete':
      return deletion.delete(task.id);
    case 'undoDelete':
      return deletion.undo(task.id);
    case 'pass':
      return pass(opened, task.ms);
    case 'copy':
      return copying.copy(task.id);
    case 'allowCopy':
      return copying.allowOneMore(task.id);
    case 'clearClipboard':
      return vault.leases.end();
    case 'lease':
      return vault.settings.set({ ...vault.settings.get(), leaseSeconds: task.seconds });
    case 'link':
      return projects.link(task.root);
    case 'unlink':
      return projects.unlink(projects.list().find(({ root }) => root === task.root)?.id ?? '');
    case 'bind':
      return projects.bind(task.targetId, task.keyId, task.envVar);
    case 'unbind':
      return projects.unbind(task.targetId, task.envVar);
    case 'export':
      return vault.writing.file(task.targetId);
    case 'exportAll':
      return exportAll(opened);
    case 'ignore':
      return ignore(opened, task.targetId, task.place);
    case 'example':
      return vault.example.write((await vault.example.preview(task.targetId)).exampleId);
    case 'import':
      return envImport.take((await envImport.scan(task.targetId)).importId, task.names);
    case 'quit':
      return opened.close();
  }
}
