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
  /** Types the passphrase, where values are in a passphrase vault. */
  unlock(): Promise<void>;
  /** As at the app's end: nothing is left open. */
  close(): Promise<void>;
}

/** The clock moves on, and what falls due is done, as maintenance does it. */
async function pass({ vault, clock }: Opened, ms: number): Promise<void> {
  clock.pass(ms);
  await vault.rotation.endGraces();
  await vault.trash.endExpired();
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

async function deleteWithLines({ vault }: Opened, id: string): Promise<void> {
  for (const { error } of await vault.deletion.deleteWithLines(id)) if (error !== null) throw error;
}

/** Does what a person asked for, through the vault as handlers and shell call it. */
export async function perform(opened: Opened, task: Task): Promise<unknown> {
  const { vault } = opened;
  const { keys, rotation, deletion, trash, copying, projects, envImport } = vault;
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
    case 'deleteWithLines':
      return deleteWithLines(opened, task.id);
    case 'restore':
      return trash.restore(task.id);
    case 'deletePermanently':
      return trash.deletePermanently(task.id);
    case 'emptyTrash':
      return trash.empty();
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
