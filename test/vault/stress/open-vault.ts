import path from 'node:path';
import { openBackups } from '../../../electron/adapters/backups/backups.ts';
import { openCollections } from '../../../electron/adapters/collections/collections.ts';
import { openEnvFileFinder } from '../../../electron/adapters/env-files/finder.ts';
import { openEnvDocuments } from '../../../electron/adapters/env-files/open-documents.ts';
import { openFiles } from '../../../electron/adapters/files/files.ts';
import { openGit } from '../../../electron/adapters/git/git.ts';
import { openFingerprints } from '../../../electron/adapters/keychain/fingerprints.ts';
import { openKeychain } from '../../../electron/adapters/keychain/keychain.ts';
import { ownKeychain } from '../../../electron/adapters/keychain/own.ts';
import { valueLimitOf } from '../../../electron/adapters/keychain/value-limit.ts';
import { systemRandomBytes } from '../../../electron/adapters/random-bytes.ts';
import { newRandomId } from '../../../electron/adapters/random-id.ts';
import { openStore } from '../../../electron/adapters/store/store.ts';
import { takeTurn } from '../../../electron/adapters/turns.ts';
import { knownProviders } from '../../../electron/providers/registry.ts';
import { createChanges } from '../../../electron/vault/changes.ts';
import type { Keychain, Ports } from '../../../electron/vault/ports.ts';
import { createVault } from '../../../electron/vault/vault.ts';
import { createTestClock } from '../../support/test-vault.ts';
import { openFileClipboard } from './file-clipboard.ts';
import type { KillPoints } from './kill-points.ts';
import type { Opened } from './perform.ts';
import type { Place } from './protocol.ts';

/** About how long the keychain takes for one write, ms. */
const keychainMs = 10;

/** Beside this file once both are bundled. */
export const workerUrl = new URL('./keychain-worker.mjs', import.meta.url);
const envFilesWorkerUrl = new URL('./env-files-worker.mjs', import.meta.url);

/** The keychain's writes are another program's: they have kill points before them, and while they are under way. */
function tapKeychain(keychain: Keychain, points: KillPoints): Keychain {
  return {
    read: keychain.read,
    accounts: keychain.accounts,
    async write(account, value) {
      points.pass('keychain write');
      const writing = keychain.write(account, value);
      await points.passWithin('in keychain write', keychainMs);
      await writing;
    },
    async remove(account) {
      points.pass('keychain remove');
      const removing = keychain.remove(account);
      await points.passWithin('in keychain remove', keychainMs);
      await removing;
    },
  };
}

/** The app's own vault on the app's own adapters; clock, clipboard and person are the stress run’s. */
export function openVault(place: Place, now: number, points: KillPoints): Opened {
  const store = openStore(path.join(place.folder, 'vault.db'));
  const real = openKeychain({ service: place.service, workerUrl });
  const keychain = tapKeychain(real, points);
  const fingerprints = openFingerprints(keychain, {
    mayMake: () => !store.keys.any(),
    number: store.fingerprintNumber,
  });
  const clock = createTestClock(now);
  const files = openFiles();
  const ports: Ports = {
    store,
    keychain: ownKeychain(keychain, fingerprints),
    fingerprints,
    clipboard: openFileClipboard(place.clipboard, points),
    consent: { ask: async () => true, askWrite: async () => true, confirmPassphrase: async () => true },
    files,
    git: openGit(files),
    envFileFinder: openEnvFileFinder(),
    envDocuments: openEnvDocuments({ workerUrl: envFilesWorkerUrl }),
    // No operation here reads an export, or makes a backup: it writes one file, whole or not at all.
    collections: openCollections({ workerUrl }),
    backups: openBackups({ workerUrl }),
    providers: knownProviders,
    clock,
    changes: createChanges(),
    newId: newRandomId,
    takeTurn,
    attention: () => true,
    randomBytes: systemRandomBytes,
    valueLimit: valueLimitOf('linux'),
  };
  const vault = createVault(ports);
  return {
    vault,
    ports,
    clock,
    async close() {
      await vault.close();
      await real.close();
      store.close();
    },
  };
}
