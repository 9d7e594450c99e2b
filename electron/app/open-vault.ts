import { app } from 'electron';
import { openClipboard } from '../adapters/clipboard.ts';
import { type OpenGitProcesses, openGitProcesses } from '../adapters/git/processes.ts';
import { gitEnvironment } from '../adapters/git/run.ts';
import { openChosenKeychain } from '../adapters/keychain/chosen-keychain.ts';
import type { OpenKeychain } from '../adapters/keychain/keychain.ts';
import { openPorts } from '../adapters/open-ports.ts';
import type { OpenStore } from '../adapters/store/store.ts';
import { catalogue } from '../detection/catalogue/catalogue.ts';
import { createDetector } from '../detection/detector.ts';
import { createKeychainStatus, type KeychainStatus } from '../ipc/keychain-status.ts';
import { startUtilityProgram } from '../shell/utility-program.ts';
import { createChanges, type FollowedChanges } from '../vault/changes.ts';
import { type Diagnostics, EventFailure } from '../vault/diagnostics.ts';
import type { Consent, PassphraseVault, Ports } from '../vault/ports.ts';
import { createVault, type Vault } from '../vault/vault.ts';
import { builtFiles } from './built-files.ts';

export interface OpenVault {
  readonly vault: Vault;
  readonly diagnostics: Diagnostics;
  readonly changes: FollowedChanges;
  readonly keychain: OpenKeychain;
  readonly passphraseVault: PassphraseVault;
  readonly keychainStatus: KeychainStatus;
  readonly git: OpenGitProcesses;
}

/** What the vault is opened on. */
export interface Ground {
  readonly platform: NodeJS.Platform;
  readonly store: OpenStore;
  readonly diagnostics: Diagnostics;
}

/** What the vault has of the windows. */
export interface Person {
  readonly consent: Consent;
  /** Whether the person is at the main window. */
  readonly attention: () => boolean;
}

/** The vault on this system: its ports made real, and what they tell. */
export function openVault({ platform, store, diagnostics }: Ground, { consent, attention }: Person): OpenVault {
  const { worker } = builtFiles;
  const changes = createChanges(diagnostics);
  const keychainStatus = createKeychainStatus();
  const { keychain, passphraseVault, valuePlaces } = openChosenKeychain({
    place: store.valuePlace,
    platform,
    folder: app.getPath('userData'),
    service: app.getName(),
    onState: keychainStatus.set,
    verify: () => ports.fingerprints.probe(),
    report: (failure) => diagnostics.report('keychain', failure),
  });
  const git = openGitProcesses(() =>
    startUtilityProgram(builtFiles.gitRunner, {
      name: `${app.getName()} git`,
      env: gitEnvironment(),
      onCrash: () => diagnostics.report('git', new EventFailure('RUNNER_GONE')),
    }),
  );
  const ports: Ports = openPorts({
    platform,
    worker,
    store,
    keychain,
    passphraseVault,
    valuePlaces,
    gitProcesses: git.run,
    clipboard: openClipboard(platform),
    detection: createDetector(catalogue),
    consent,
    attention,
    changes,
    diagnostics,
    onIdentityProblem: keychainStatus.identityProblem,
  });
  return { vault: createVault(ports), diagnostics, changes, keychain, passphraseVault, keychainStatus, git };
}
