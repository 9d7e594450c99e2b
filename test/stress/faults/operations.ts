import { planRepair, repairDatabase } from '../../../electron/adapters/database/repair.ts';
import { someFields, someValue } from '../../support/test-vault.ts';
import type { Fault } from './fault.ts';
import { startAndQuit } from './world.ts';

/** What a person does while something goes wrong. */
export type Operation = Pick<Fault, 'operation' | 'act'>;

const noon = new Date(2026, 10, 22, 12).getTime();

export const add: Operation = {
  operation: 'add a key',
  act: ({ clavis }) => clavis.vault.keys.add({ ...someFields, name: 'New' }, someValue('n')),
};
export const rotate: Operation = {
  operation: 'rotate a key',
  act: ({ clavis, keyId }) => clavis.vault.rotation.rotate(keyId, someValue('r')),
};
export const copy: Operation = {
  operation: 'copy a key',
  act: ({ clavis, keyId }) => clavis.vault.copying.copy(keyId),
};
export const remove: Operation = {
  operation: 'delete a key',
  act: ({ clavis, keyId }) => clavis.vault.deletion.delete(keyId),
};
export const list: Operation = {
  operation: 'list the keys',
  act: async ({ clavis }) => clavis.vault.keys.page('', 1_000),
};
export const exportFile: Operation = {
  operation: 'export into an env file',
  async act({ clavis: { vault }, targetId }) {
    await vault.writing.file(targetId);
  },
};
export const copyOfTheDay: Operation = {
  operation: 'daily copy',
  async act({ clavis }) {
    const { store } = clavis.ports;
    if ('copyDaily' in store && typeof store.copyDaily === 'function') await store.copyDaily(noon);
  },
};
export const start: Operation = { operation: 'start', act: startAndQuit };
export const rebuild: Operation = {
  operation: 'rebuild from the copy',
  act: async ({ file }) => repairDatabase(file, planRepair(file), noon),
};
export const migrate: Operation = { operation: 'start with an older database (migration)', act: startAndQuit };
