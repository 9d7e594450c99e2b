import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Clock, Git, GitState } from '../../../electron/vault/ports.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import { createUnlockRule } from '../../../electron/vault/unlock-rule.ts';
import type { TestKeyring } from '../../support/keyring.ts';
import { emptyPicks, openTakenOverPage, type TakenOverPage } from '../../support/taken-over-page.ts';
import { openTestVault, type TestVault } from '../../support/test-vault.ts';
import { createGrants, type Grants } from './grants.ts';
import { createDismisser, type Dismisser } from './person.ts';
import { type LinkedFolder, makeFolders } from './projects.ts';
import { seededRandom } from './random.ts';
import { createWriter, type Side, vaultValues } from './values.ts';

/** A vault with everything that a page could be after, and the page. */
export interface World {
  readonly test: TestVault;
  readonly page: TakenOverPage & {
    /** What it typed as a value: it knows that anyway. */
    readonly typed: Set<string>;
  };
  readonly folders: readonly LinkedFolder[];
  readonly person: Pick<Dismisser, 'mostAMinute'>;
  readonly grants: Grants;
  /** The vault's values that are short enough to be guessed. */
  readonly short: readonly string[];
  /** Every value that the page does not know by having typed it: the vault's, made ones, those in files and on the clipboard. */
  readonly secrets: readonly string[];
  /** Values of the vault alone: what stood in a file before is the person's to commit. */
  readonly vaultSecrets: readonly string[];
  /** The text with what differs by where the folders lie taken out. */
  withoutPaths(text: string): string;
  /** The person comes back and unlocks: no press reaches the page's window before. */
  unlock(): Promise<void>;
  /** Puts back what the page took away: linked folders, keys. */
  tend(): Promise<void>;
  /** Waits until nothing is under way in keychain and files. */
  untilIdle(): Promise<void>;
  stop(): Promise<void>;
}

const keyCount = 30;
/** Above this the keyring grows slow, and the page has enough to choose from. */
const mostKeys = 60;
/** In characters. Of longer values it may be told that they are the vault's. */
const guessableBelow = 16;

export interface WorldOptions {
  readonly seed: number;
  readonly side: Side;
  /** Both sides' keychain; each has a service of its own there. */
  readonly keyring: TestKeyring;
}

export async function openWorld({ seed, side, keyring }: WorldOptions): Promise<World> {
  const made: string[] = [];
  let underWay = 0;
  let ids = 0;
  const bytes = seededRandom(seed + (side === 'first' ? 0 : 7_919));
  const grants = createGrants();
  let person: Dismisser | null = null;
  const test = await openTestVault({
    keyring,
    service: `Clavis ${side}`,
    wrap: (ports) => ({
      ...ports,
      consent: askedOf(ports.clock).consent,
      newId: () => {
        ids += 1;
        return `id${String(ids).padStart(12, '0')}`;
      },
      // Ids are the same on both sides, what is made at random is not.
      randomBytes: (count) => Uint8Array.from({ length: count }, () => bytes.below(256)),
      keychain: {
        ...counted(ports.keychain),
        write: (account, value) => {
          if (!page.typed.has(value.reveal())) made.push(value.reveal());
          return during(() => ports.keychain.write(account, value));
        },
      },
      files: counted(ports.files),
      git: remembered(ports.git),
    }),
  });

  function askedOf(clock: Clock): Dismisser {
    person ??= createDismisser(clock);
    return person;
  }

  async function during<T>(work: () => Promise<T>): Promise<T> {
    underWay += 1;
    try {
      return await work();
    } finally {
      underWay -= 1;
    }
  }

  /** The same port, its calls counted while they last. */
  function counted<P extends object>(port: P): P {
    return new Proxy(port, {
      get(target, name) {
        const found: unknown = Reflect.get(target, name);
        if (typeof found !== 'function') return found;
        return (...args: unknown[]) => during(async () => Reflect.apply(found, target, args));
      },
    });
  }

  /** git itself, asked again when the page changed what it ignores: two processes a call would be most of the run. */
  function remembered(git: Git): Git {
    const states = new Map<string, Promise<GitState>>();
    const stateOf = (root: string, file: string): Promise<GitState> => {
      const state = states.get(`${root} ${file}`) ?? git.stateOf(root, file);
      states.set(`${root} ${file}`, state);
      return state;
    };
    return {
      stateOf,
      statesOf: (places) => places.map(({ root, file }) => stateOf(root, file)),
      async ignore(...args) {
        states.clear();
        await git.ignore(...args);
      },
    };
  }

  const { folders, secrets: inFiles } = await makeFolders(test.folder, seed, side);
  const outside = path.join(test.folder, 'outside');
  await mkdir(outside);
  const values = vaultValues(seed, side);
  const clipboard = createWriter(seed + 2, side);
  const copied = Array.from({ length: 20 }, () => `ghp_${clipboard('word', 36)}`);
  const turns = seededRandom(seed + 3);
  const page = Object.assign(
    openTakenOverPage(test, {
      dialogs: {
        ...emptyPicks,
        pickFolder: async () => turns.pick(folders)?.root ?? null,
        pickFile: async (folder) => path.join(folder, turns.pick(['.env', 'deploy/.env', '.envrc', 'run.py'] as const)),
        pickExternalImportFolder: async () => turns.pick(folders)?.root ?? null,
      },
      unlock: {
        checks: () => null,
        ask: createUnlockRule({
          attention: () => test.attention.isThere,
          identity: { checks: () => null, ask: async () => {} },
          consent: askedOf(test.clock).consent,
        }),
      },
    }),
    { typed: new Set<string>() },
  );

  async function tend(): Promise<void> {
    const { vault, clipboard: held } = test;
    for (const { root } of folders) {
      if (!vault.projects.list().some((project) => project.root === root)) await vault.projects.link(root);
    }
    const keys = vault.keys.page('', 1_000);
    for (const { id } of keys.slice(mostKeys)) await vault.deletion.delete(id);
    await askedOf(test.clock).deletingPermanently(() => vault.trash.empty());
    const there = new Set(keys.map(({ name }) => name));
    for (const { name, value } of values.slice(0, keyCount)) {
      if (there.has(name)) continue;
      const fields = { name, provider: '', envVar: 'A_KEY', rotateEveryDays: null, note: '', tags: [] };
      await vault.keys.addFound({ ...fields, copyPolicy: 'once' }, new Secret(value), true);
      grants.give(value);
    }
    // The person copies something at a provider.
    held.held.clipboard = turns.pick(copied) ?? null;
  }

  async function untilIdle(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet += 1) {
      await new Promise((resolve) => (underWay > 0 ? setTimeout(resolve, 1) : setImmediate(resolve)));
      if (underWay > 0) quiet = -1;
    }
  }

  await tend();
  await untilIdle();
  return {
    test,
    page,
    folders,
    person: askedOf(test.clock),
    grants,
    short: values.flatMap(({ value }) => (value.length < guessableBelow ? [value] : [])),
    unlock: () => test.vault.locking.unlock(async () => {}),
    get secrets() {
      return [...new Set([...values.map(({ value }) => value), ...made, ...inFiles, ...copied])];
    },
    get vaultSecrets() {
      return [...new Set([...values.map(({ value }) => value), ...made])];
    },
    withoutPaths: (text) =>
      [...folders.map(({ root }) => root), test.folder].reduce((left, folder) => left.replaceAll(folder, '…'), text),
    tend,
    untilIdle,
    async stop() {
      await test.stop();
      for (const { remove } of folders) remove();
    },
  };
}

/** Every file below the folder with its content, as text; git's own data aside. */
export async function filesBelow(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = new Map<string, string>();
  for (const entry of entries) {
    const file = path.join(entry.parentPath, entry.name);
    if (!entry.isFile() || file.includes(`${path.sep}.git${path.sep}`)) continue;
    found.set(path.relative(folder, file), await readFile(file, 'utf8'));
  }
  return found;
}
