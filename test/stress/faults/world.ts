import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type OpenStore, openStore } from '../../../electron/adapters/store/store.ts';
import { vaultError } from '../../../electron/vault/errors.ts';
import type { Ports } from '../../../electron/vault/ports.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import { type GitProject, makeGitProject } from '../../support/git-project.ts';
import { startKeyring } from '../../support/keyring.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../../support/test-vault.ts';
import { canMount, mountSmall, unmountAll } from './disk.ts';

/** Stand-ins for full disks. */
interface FullDisks {
  vault: boolean;
  project: boolean;
}

/** A vault in use, on real ports: its data and its project each on a small disk of their own, where that can be. */
export interface World {
  readonly clavis: TestVault;
  /** The keychain's name for it. */
  readonly service: string;
  /** What opens the passphrase vault that its values are in; null: they are in the keychain. */
  readonly passphrase: string | null;
  /** The folder of the vault's data, and its database. */
  readonly folder: string;
  readonly file: string;
  /** The linked project's folder; its `.env` holds an older value of the key. */
  readonly root: string;
  readonly projectDisk: string;
  readonly targetId: string;
  readonly keyId: string;
  /** Where no disk can be mounted: which of them the ports take for full. */
  readonly full: FullDisks;
  /** Closes the database, as quitting does. */
  close(): void;
  /** Starts Clavis over what is there. */
  start(): Promise<void>;
}

/** One vault after the other, each new; libdbus remembers its bus, so they share one keyring. */
export interface Worlds {
  next(): Promise<World>;
  stop(): Promise<void>;
}

/** The name under which the tests' vault keeps its values. */
const service = 'Clavis Test';

export async function openWorlds(passphrase: string | null = null): Promise<Worlds> {
  const full: FullDisks = { vault: false, project: false };
  const keyring = await startKeyring({ secretService: passphrase === null });
  const clavis = await openTestVault({ keyring, wrap: (ports) => limited(ports, full) });
  const { folder } = clavis;
  let leave: () => void = () => {};

  function close(): void {
    const { store } = clavis.ports;
    if ('close' in store && typeof store.close === 'function') store.close();
  }

  function clear(): void {
    close();
    leave();
    leave = () => {};
    // Fails where there is nothing to clear.
    spawnSync('secret-tool', ['clear', 'service', service], { stdio: 'ignore' });
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true });
  }

  return {
    async next() {
      clear();
      const projectDisk = mkdtempSync(path.join(tmpdir(), 'clavis-project-'));
      if (canMount) for (const disk of [folder, projectDisk]) mountSmall(disk);
      leave = () => {
        if (canMount) for (const disk of [folder, projectDisk]) unmountAll(disk);
        if (canMount) rmdirSync(projectDisk);
        else rmSync(projectDisk, { recursive: true });
      };
      await clavis.restart();
      if (passphrase !== null) await choosePassphrase(clavis, passphrase);
      const project = makeProjectOn(projectDisk);
      return {
        clavis,
        full,
        service,
        passphrase,
        folder,
        file: path.join(folder, 'vault.db'),
        root: project.root,
        projectDisk,
        close,
        start: async () => startAgain(clavis, passphrase),
        ...(await keepSomeKeys(clavis, project)),
      };
    },
    async stop() {
      clear();
      await clavis.stop();
      await keyring.stop();
    },
  };
}

/** The person, without a keychain, has values kept in a passphrase vault. */
async function choosePassphrase({ vault, consent }: TestVault, passphrase: string): Promise<void> {
  consent.newPassphrase = passphrase;
  // Until it was asked, a keychain may be there.
  await vault.reconcile();
  await vault.passphrase.choose();
}

/** A start of Clavis; the person unlocks it where it asks for a passphrase. */
async function startAgain(clavis: TestVault, passphrase: string | null): Promise<void> {
  await clavis.restart();
  if (passphrase !== null) await unlockVault(clavis, passphrase);
}

export async function unlockVault({ vault, ports }: TestVault, passphrase: string): Promise<void> {
  await vault.locking.unlock(async () => {
    if (!(await ports.passphraseVault.unlock(new Secret(passphrase)))) throw new Error('another passphrase');
  });
}

/** A stand-in for a full disk, where none can be mounted. */
function limited(ports: Ports, full: Readonly<FullDisks>): Ports {
  const { store, files } = ports;
  const reason = { code: 'SYSTEM', errno: 'ENOSPC' } as const;
  return {
    ...ports,
    store: {
      ...store,
      commit(work) {
        if (full.vault) throw vaultError('DATABASE_FAILED', { reason });
        return store.commit(work);
      },
      async commitSoon(work) {
        if (full.vault) throw vaultError('DATABASE_FAILED', { reason });
        return store.commitSoon(work);
      },
    },
    files: {
      ...files,
      async write(root, file, bytes, expected) {
        if (full.project) throw vaultError('TARGET_UNWRITABLE', { file, reason });
        await files.write(root, file, bytes, expected);
      },
    },
  };
}

function makeProjectOn(disk: string): GitProject {
  const usual = process.env['TMPDIR'];
  process.env['TMPDIR'] = disk;
  try {
    return makeGitProject({ files: { '.env': '# ours\nPORT=3000\n' }, ignore: ['.env'] });
  } finally {
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
  }
}

/** A key that was exported, then rotated, and another next to it. */
async function keepSomeKeys(
  { vault, consent }: TestVault,
  { root }: GitProject,
): Promise<{ keyId: string; targetId: string }> {
  const { id } = await vault.keys.add(someFields, someValue('a'));
  await vault.keys.add({ ...someFields, name: 'Stripe' }, someValue('b'));
  const { targets } = await vault.projects.link(root);
  const targetId = targets[0]?.id ?? '';
  vault.projects.bind(targetId, id, 'OPENAI_API_KEY');
  // To what is written, and to the next rotation, which erases a value that could be gone back to.
  consent.agrees = true;
  await vault.writing.file(targetId);
  await vault.rotation.rotate(id, someValue('c'));
  return { keyId: id, targetId };
}

/** Opens the vault at its place as a start does, and closes it again. */
export async function startAndQuit({ file }: World): Promise<void> {
  const store: OpenStore = openStore(file);
  store.close();
}
