import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sealedFileName } from '../../../electron/adapters/keychain/chosen-keychain.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import { makeVaultFile } from '../../support/open-vault-file.ts';
import { canMount, canSeal, fill, seal } from './disk.ts';
import type { Fault } from './fault.ts';
import { add, copy, exportFile, type Operation, rotate } from './operations.ts';
import { unlockVault, type World } from './world.ts';

type Trouble = Omit<Fault, 'operation' | 'act'>;

const fileOf = ({ folder }: World): string => path.join(folder, sealedFileName);

const unlock: Operation = {
  operation: 'unlock',
  async act(world) {
    const { clavis, passphrase } = world;
    await unlockVault(clavis, passphrase ?? '');
  },
};
const changePassphrase: Operation = {
  operation: 'change the passphrase to the same one',
  async act({ clavis: { vault, consent }, passphrase }) {
    consent.types = [passphrase ?? ''];
    await vault.passphrase.change();
  },
};

/** Locked by hand before, so that to unlock it is what counts. */
const lockFirst = async ({ clavis }: World): Promise<void> => void (await clavis.vault.locking.lock('hand'));
/** What is read from the keychain is what was there at the start. */
const again = async (world: World): Promise<void> => {
  const { clavis, passphrase } = world;
  await clavis.vault.locking.lock('hand');
  await unlockVault(clavis, passphrase ?? '');
};

const locked: Trouble = {
  fault: 'the passphrase vault is locked',
  code: 'KEYCHAIN_LOCKED',
  words: /Unlock it/,
  async strike({ clavis, passphrase }) {
    const { passphraseVault } = clavis.ports;
    passphraseVault.lock();
    return async () => void (await passphraseVault.unlock(new Secret(passphrase ?? '')));
  },
};

/** Something else in the place of the file, which comes back afterwards. */
function replacedBy(put: (file: string, bytes: Buffer) => void | Promise<void>): Trouble['strike'] {
  return async (world) => {
    const file = fileOf(world);
    const bytes = readFileSync(file);
    renameSync(file, `${file}.away`);
    await put(file, bytes);
    return () => {
      rmSync(file, { recursive: true, force: true });
      renameSync(`${file}.away`, file);
    };
  };
}

const gone: Trouble = {
  fault: 'the file of values is moved away',
  code: 'KEYCHAIN_MISSING',
  words: /no keychain to talk to/,
  strike: replacedBy(() => {}),
};
const failed = { code: 'KEYCHAIN_FAILED', words: /The keychain refused/ } as const;
const damaged: Trouble = {
  ...failed,
  fault: 'the file of values is overwritten',
  strike: replacedBy((file, bytes) => writeFileSync(file, Buffer.from(bytes).fill(0xa5))),
};
const cutOff: Trouble = {
  ...failed,
  fault: 'the file of values is emptied',
  strike: replacedBy((file) => writeFileSync(file, '')),
};
const folder: Trouble = {
  ...failed,
  fault: 'a folder in the place of the file of values',
  strike: replacedBy((file) => void mkdirSync(file)),
};
const link: Trouble = {
  ...failed,
  fault: 'a link in the place of the file of values',
  strike: replacedBy((file) => symlinkSync(`${file}.away`, file)),
};
const anothers: Trouble = {
  ...failed,
  fault: 'another passphrase vault’s file',
  strike: replacedBy(async (file) => {
    const other = makeVaultFile();
    await other.open().vault.create(new Secret('another passphrase of mine'));
    writeFileSync(file, readFileSync(other.file));
    other.remove();
  }),
};
const diskFull: Trouble = {
  fault: 'ENOSPC, the disk of the file of values',
  code: 'DATABASE_FAILED',
  words: /the disk is full/,
  possible: canMount,
  prepare: ({ start }) => start(),
  strike: async (world) => fill(world.folder),
};
const sealedFile: Trouble = {
  ...failed,
  fault: 'EPERM, the file of values can’t be replaced',
  possible: canSeal,
  async strike(world) {
    const unseal = seal(fileOf(world));
    return async () => {
      unseal();
      // As the app does once the keychain is ready again: what could not be taken out of it waits until then.
      await world.clavis.vault.reconcile();
    };
  },
};
/** While the vault is open its file goes, or is another one: at a read, at a write, at an export. */
const whileOpen = [gone, damaged, cutOff, folder, link, anothers].flatMap((trouble) =>
  [add, rotate, copy, exportFile].map((operation): Fault => ({ ...trouble, ...operation, recover: again })),
);

/** What goes wrong with the file of a passphrase vault. */
export const sealedFileFaults: readonly Fault[] = [
  { ...locked, ...add, short: true },
  ...[rotate, copy, exportFile].map((operation) => ({ ...locked, ...operation })),
  ...whileOpen.map((fault, index) => ({ ...fault, short: index === 0 })),
  { ...diskFull, ...add },
  ...[add, rotate, changePassphrase].map((operation) => ({ ...sealedFile, ...operation })),
  ...[
    { ...gone, code: 'SEALED_FILE_GONE', words: /is gone\. Put it back there/ } as const,
    { ...damaged, code: 'SEALED_FILE_DAMAGED', words: /It is untouched/ } as const,
    { ...cutOff, code: 'SEALED_FILE_DAMAGED', words: /It is untouched/ } as const,
    { ...folder, code: 'SEALED_FILE_UNREADABLE', words: /can’t be read/ } as const,
    { ...link, code: 'SEALED_FILE_UNREADABLE', words: /can’t be read/ } as const,
  ].map((trouble) => ({ ...trouble, ...unlock, prepare: lockFirst })),
];
