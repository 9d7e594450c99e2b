import type { Detection } from '../vault/detection-port.ts';
import type { Diagnostics } from '../vault/diagnostics.ts';
import type { Changes, Clipboard, Consent, PassphraseVault, Ports, ValuePlaces } from '../vault/ports.ts';
import { openBackups } from './backups/backups.ts';
import { systemClock } from './clock.ts';
import { openEnvFileFinder } from './env-files/finder.ts';
import { openEnvDocuments } from './env-files/open-documents.ts';
import { openExternalImports } from './external-import/external-imports.ts';
import { openFiles } from './files/files.ts';
import { openGit } from './git/git.ts';
import type { GitProcesses } from './git/processes.ts';
import { openFingerprints } from './keychain/fingerprints.ts';
import type { OpenKeychain } from './keychain/keychain.ts';
import { valueLimitOf } from './keychain/value-limit.ts';
import { verifiedKeychain } from './keychain/verified-keychain.ts';
import { systemRandomBytes } from './random-bytes.ts';
import { newRandomId } from './random-id.ts';
import type { OpenStore } from './store/store.ts';
import { takeTurn } from './turns.ts';

/** What the system's adapters can't know by themselves. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  /** Where a worker's bundle is, by its name. */
  readonly worker: (name: string) => URL;
  readonly store: OpenStore;
  readonly keychain: OpenKeychain;
  readonly passphraseVault: PassphraseVault;
  readonly valuePlaces: ValuePlaces;
  readonly gitProcesses: GitProcesses;
  readonly clipboard: Clipboard;
  readonly detection: Detection;
  readonly consent: Consent;
  readonly attention: () => boolean;
  readonly changes: Changes;
  readonly diagnostics: Diagnostics;
  /** The keychain answers, but perhaps it is not the vault's: see `openFingerprints`. */
  readonly onIdentityProblem?: NonNullable<Parameters<typeof openFingerprints>[1]['onIdentityProblem']>;
  /** Of a backup's encryption, see `openBackups`. */
  readonly backupWork?: number;
}

/** Every port of the vault, made real on this system. */
export function openPorts(given: Surroundings): Ports {
  const { platform, worker, store, keychain, gitProcesses, clipboard, detection, consent, attention, changes } = given;
  const fingerprints = openFingerprints(keychain, {
    mayMake: () => !store.keys.any(),
    number: store.fingerprintNumber,
    ...(given.onIdentityProblem === undefined ? {} : { onIdentityProblem: given.onIdentityProblem }),
  });
  const files = openFiles();
  return {
    store,
    keychain: verifiedKeychain(keychain, fingerprints),
    fingerprints,
    passphraseVault: given.passphraseVault,
    valuePlaces: given.valuePlaces,
    clipboard,
    consent,
    files,
    git: openGit(files, gitProcesses),
    envFileFinder: openEnvFileFinder(gitProcesses),
    envDocuments: openEnvDocuments({ workerUrl: worker('env-files-worker') }),
    backups: openBackups({
      workerUrl: worker('backup-worker'),
      ...(given.backupWork === undefined ? {} : { work: given.backupWork }),
    }),
    externalImports: openExternalImports({ workerUrl: worker('external-import-worker') }),
    detection,
    clock: systemClock,
    changes,
    diagnostics: given.diagnostics,
    attention,
    newId: newRandomId,
    takeTurn,
    randomBytes: systemRandomBytes,
    valueLimit: valueLimitOf(platform),
    readsQuietly: platform === 'linux',
  };
}
