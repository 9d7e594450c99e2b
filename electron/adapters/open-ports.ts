import type { Changes, Consent, Ports, Providers } from '../vault/ports.ts';
import { openBackups } from './backups/backups.ts';
import { openClipboard } from './clipboard.ts';
import { systemClock } from './clock.ts';
import { openCollections } from './collections/collections.ts';
import { openEnvFileFinder } from './env-files/finder.ts';
import { openEnvDocuments } from './env-files/open-documents.ts';
import { openFiles } from './files/files.ts';
import { openGit } from './git/git.ts';
import { openFingerprints } from './keychain/fingerprints.ts';
import { type KeychainState, type OpenKeychain, openKeychain } from './keychain/keychain.ts';
import { ownKeychain } from './keychain/own.ts';
import { valueLimitOf } from './keychain/value-limit.ts';
import { systemRandomBytes } from './random-bytes.ts';
import { newRandomId } from './random-id.ts';
import type { OpenStore } from './store/store.ts';
import { takeTurn } from './turns.ts';

/** What the system's adapters can't know by themselves. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  /** The keychain's service: the app's name. */
  readonly service: string;
  /** Where a worker's bundle is, by its name. */
  readonly worker: (name: string) => URL;
  readonly store: OpenStore;
  readonly providers: Providers;
  readonly consent: Consent;
  readonly attention: () => boolean;
  readonly changes: Changes;
  readonly onKeychainState: (state: KeychainState) => void;
  /** The keychain answers, but perhaps it is not the vault's: see `openFingerprints`. */
  readonly onDoubt: NonNullable<Parameters<typeof openFingerprints>[1]['onDoubt']>;
}

/** Every port of the vault, made real on this system. */
export function openPorts(given: Surroundings): { readonly ports: Ports; readonly keychain: OpenKeychain } {
  const { platform, service, worker, store, providers, consent, attention, changes } = given;
  const keychain = openKeychain({ service, workerUrl: worker('keychain-worker'), onState: given.onKeychainState });
  const fingerprints = openFingerprints(keychain, {
    mayMake: () => !store.keys.any(),
    number: store.fingerprintNumber,
    onDoubt: given.onDoubt,
  });
  const files = openFiles();
  const ports: Ports = {
    store,
    keychain: ownKeychain(keychain, fingerprints),
    fingerprints,
    clipboard: openClipboard(platform),
    consent,
    files,
    git: openGit(files),
    envFileFinder: openEnvFileFinder(),
    envDocuments: openEnvDocuments({ workerUrl: worker('env-files-worker') }),
    backups: openBackups({ workerUrl: worker('backup-worker') }),
    collections: openCollections({ workerUrl: worker('collections-worker') }),
    providers,
    clock: systemClock,
    changes,
    attention,
    newId: newRandomId,
    takeTurn,
    randomBytes: systemRandomBytes,
    valueLimit: valueLimitOf(platform),
  };
  return { ports, keychain };
}
