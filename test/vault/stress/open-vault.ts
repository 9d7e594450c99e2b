import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openGitProcesses } from '../../../electron/adapters/git/processes.ts';
import { openPorts } from '../../../electron/adapters/open-ports.ts';
import { openStore } from '../../../electron/adapters/store/store.ts';
import { catalogue } from '../../../electron/detection/catalogue/catalogue.ts';
import { createDetector } from '../../../electron/detection/detector.ts';
import { createChanges } from '../../../electron/vault/changes.ts';
import type { Keychain, Ports } from '../../../electron/vault/ports.ts';
import type { ClockRange } from '../../../electron/vault/records.ts';
import { createVault } from '../../../electron/vault/vault.ts';
import { createTestDiagnostics } from '../../support/diagnostics.ts';
import { startGitRunner } from '../../support/git-processes.ts';
import { createTestClock } from '../../support/test-vault.ts';
import { chooseLines, everything } from '../../support/write-choices.ts';
import { openFileClipboard } from './file-clipboard.ts';
import type { KillPoints } from './kill-points.ts';
import type { Opened } from './perform.ts';
import type { Place } from './protocol.ts';
import { openPlaced, unlockPlaced } from './value-place.ts';

/** About how long the keychain takes for one write, ms. */
const keychainMs = 10;

/** Next to this file once both are bundled. */
export const worker = (name: string): URL => new URL(`./${name}.mjs`, import.meta.url);

/** The keychain's writes are another program's: they have kill points before them, and while they are under way. */
function tapKeychain(keychain: Keychain, points: KillPoints): Keychain {
  return {
    read: keychain.read,
    readMany: keychain.readMany,
    accounts: keychain.accounts,
    items: keychain.items,
    removeSpare: keychain.removeSpare,
    label: keychain.label,
    encodeRaw: keychain.encodeRaw,
    async write(account, value, label) {
      points.pass('keychain write');
      const writing = keychain.write(account, value, label);
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
  const git = openGitProcesses(() => startGitRunner(fileURLToPath(worker('git-runner'))));
  const clock = createTestClock(now);
  const diagnostics = createTestDiagnostics();
  const {
    keychain: real,
    passphraseVault,
    valuePlaces,
  } = openPlaced(place, store.valuePlace, (error) => diagnostics.report('keychain', error));
  const ports: Ports = {
    ...openPorts({
      platform: 'linux',
      worker,
      store,
      // What a passphrase vault writes are writes of this process, with kill points of their own.
      keychain: place.passphrase === null ? { ...real, ...tapKeychain(real, points) } : real,
      passphraseVault,
      valuePlaces,
      gitProcesses: git.run,
      clipboard: openFileClipboard(place.clipboard, points),
      detection: createDetector(catalogue),
      consent: {
        ask: async () => true,
        askWrite: async (question) => chooseLines(question, everything),
        confirmPassphrase: async () => true,
        choosePassphrase: async () => null,
        confirmVault: async () => false,
      },
      attention: () => true,
      changes: createChanges(diagnostics),
      diagnostics,
    }),
    clock,
  };
  // The clock of this run is never wrong, and waiting for a day would double the time that passes in it.
  const range = (): ClockRange => ({ earliest: clock.now(), latest: clock.now() });
  const trustedTime = {
    get: () => ({ at: clock.now(), used: 0, period: range(), before: range(), trusted: clock.now() }),
    set: () => {},
  };
  const vault = createVault({ ...ports, store: { ...store, trustedTime } });
  return {
    vault,
    ports,
    clock,
    unlock: () => vault.locking.unlock(() => unlockPlaced(place, passphraseVault)),
    async close() {
      await vault.close();
      await Promise.all([real.close(), git.close()]);
      store.close();
    },
  };
}
