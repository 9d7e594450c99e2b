import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openFingerprints } from '../../../electron/adapters/keychain/fingerprints.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import { type GitProject, makeGitProject } from '../../support/git-project.ts';
import type { Outside } from './compare.ts';
import { readClipboard, writeClipboard } from './file-clipboard.ts';
import type { Place } from './protocol.ts';
import type { State } from './state.ts';
import type { ValuePlace } from './value-place.ts';

/** One vault with the folders it writes to, and what other programs see of them. */
export interface World {
  readonly place: Place;
  readonly main: string;
  readonly side: string;
  /** Of a vault that nobody used yet. */
  readonly empty: State;
  /** Without `accounts` the keychain is not asked. */
  outside(accounts: boolean): Promise<Outside>;
  edit(edits: Readonly<Record<string, string | null>>): void;
  clipboard(): string | null;
  /** Another program writes to the clipboard. */
  copyElsewhere(text: string): void;
  remove(): void;
}

const files = {
  '.env': 'PORT=3000\n\n# The database of this machine\nDATABASE_URL="postgres://localhost/dev" # keep\n',
  '.env.local': 'LOCAL=1\n',
};
const defaultLeaseSeconds = 30;

/** `number` tells the vaults on one keyring apart: each has a service name of its own. */
export async function makeWorld(number: number, values: ValuePlace): Promise<World> {
  const main = makeGitProject({ name: 'main', files, ignore: ['.env*', '!.env.example'] });
  const side = makeGitProject({ name: 'side', files: { '.env': 'SIDE=1\n' }, ignore: ['node_modules/'] });
  const parent = path.dirname(main.root);
  const home = path.join(parent, 'vault');
  mkdirSync(home, { mode: 0o700 });
  const place: Place = {
    folder: home,
    service: `Clavis Crash ${number}`,
    passphrase: values.passphrase,
    clipboard: path.join(parent, 'clipboard'),
  };
  await values.prepare(place);
  const watched = watchedFiles(main, side);
  let print: Outside['fingerprintOf'] | null = null;

  async function accountsNow(): Promise<ReadonlyMap<string, string>> {
    const accounts = await values.accounts(place);
    if ([...accounts.keys()].some((account) => account.startsWith('fingerprint/')))
      print ??= fingerprintsUnder(accounts);
    return accounts;
  }

  return {
    place,
    main: main.root,
    side: side.root,
    empty: {
      keys: [],
      targets: [],
      files: read(watched),
      leaseSeconds: defaultLeaseSeconds,
      lease: null,
      clipboard: null,
    },
    async outside(wanted) {
      const accounts = wanted || print === null ? await accountsNow() : null;
      return {
        accounts,
        files: read(watched),
        leftovers: readdirSync(main.root).filter((name) => name.includes('clavis-')),
        clipboard: readClipboard(place.clipboard),
        fingerprintOf: print ?? (async () => 'no key for fingerprints'),
      };
    },
    edit(edits) {
      for (const [file, content] of Object.entries(edits)) {
        if (content === null) rmSync(file, { force: true });
        else writeFileSync(file, content);
      }
    },
    clipboard: () => readClipboard(place.clipboard),
    copyElsewhere: (text) => writeClipboard(place.clipboard, text),
    remove() {
      main.remove();
      side.remove();
    },
  };
}

function watchedFiles(main: GitProject, side: GitProject): string[] {
  return [
    ...['.env', '.env.local', '.env.example', '.gitignore'].map((name) => path.join(main.root, name)),
    ...['.env', '.gitignore', '.git/info/exclude'].map((name) => path.join(side.root, name)),
  ];
}

function read(paths: readonly string[]): Record<string, string | null> {
  return Object.fromEntries(
    paths.map((file) => {
      try {
        return [file, readFileSync(file, 'utf8')];
      } catch {
        return [file, null];
      }
    }),
  );
}

/** The app's own way of hashing, with the key that another program found in the keychain. */
function fingerprintsUnder(accounts: ReadonlyMap<string, string>): Outside['fingerprintOf'] {
  const keychain = {
    read: async (account: string) => {
      const held = accounts.get(account);
      return held === undefined ? null : new Secret(held);
    },
    write: () => Promise.reject(new Error('the keychain has no key for fingerprints')),
  };
  const number = { get: () => 1, set: () => {} };
  return openFingerprints(keychain, { mayMake: () => false, number }).of;
}
