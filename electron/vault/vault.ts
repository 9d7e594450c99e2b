import { type BackingUp, createBackingUp } from './backups/backing-up.ts';
import { type BackupRestore, createBackupRestore } from './backups/backup-restore.ts';
import type { Detection } from './detection-port.ts';
import { createDiagnosticsCopy, type DiagnosticsCopy } from './diagnostics-copy.ts';
import { createErasureCare, type ErasureCare } from './erasure-care.ts';
import { createExternalImport, type ExternalImport } from './external-import/external-import.ts';
import { createGuessLimiter } from './guess-limiter.ts';
import { createKeyRecovery, type KeyRecovery } from './key-recovery/key-recovery.ts';
import { createKeychainCare, type KeychainCare } from './keychain-care.ts';
import { createKeyedSequencer } from './keyed-sequencer.ts';
import { type Copying, createCopying } from './keys/copying.ts';
import { createDeletion, type Deletion } from './keys/deletion.ts';
import { createKeys, type Keys } from './keys/keys.ts';
import { createLabels, type Labels } from './keys/labels.ts';
import { createLeases, type Leases } from './keys/leases.ts';
import { createOffers, type Offers } from './keys/offers.ts';
import { createRawValues } from './keys/raw-values.ts';
import { createRecognizing, type Recognizing } from './keys/recognizing.ts';
import { createRotation, type Rotation } from './keys/rotation.ts';
import { createWaitingValues } from './keys/waiting-values.ts';
import { createLocking, type Locking } from './locking.ts';
import { createMoveGate } from './moving/move-gate.ts';
import { createMoveRemains } from './moving/move-remains.ts';
import { createMoving, type Moving } from './moving/moving.ts';
import { createOneQuestion } from './one-question.ts';
import { createPaletteView, type PaletteView } from './palette.ts';
import { createPassphraseChoice, type PassphraseChoice } from './passphrase-choice.ts';
import type { Changes, Consent, Ports } from './ports.ts';
import { createDrift, type Drift } from './projects/drift.ts';
import { createEnvImport, type EnvImport } from './projects/env-import.ts';
import { createExample, type Example } from './projects/example.ts';
import { createExporting, type Exporting } from './projects/exporting.ts';
import { createProjects, type Projects } from './projects/projects.ts';
import { createTargets, type Targets } from './projects/targets.ts';
import { createWriteSheet } from './projects/write-sheet.ts';
import { createWriting, type Writing } from './projects/writing.ts';
import { createReconcile } from './reconcile.ts';
import { createRenamings } from './renamings.ts';
import { createSettings, type SettingsStore } from './settings/settings.ts';
import type { ActivityTable } from './store-port.ts';
import { createTrash, type Trash } from './trash/trash.ts';
import { createTrustedTime } from './trusted-time.ts';
import type { VaultPorts } from './vault-ports.ts';

export interface Vault {
  readonly keys: Keys;
  readonly copying: Copying;
  readonly rotation: Rotation;
  readonly deletion: Deletion;
  readonly trash: Trash;
  readonly leases: Leases;
  readonly locking: Locking;
  readonly offers: Offers;
  readonly recognizing: Recognizing;
  readonly projects: Projects;
  readonly targets: Targets;
  readonly drift: Drift;
  readonly exporting: Exporting;
  readonly writing: Writing;
  readonly envImport: EnvImport;
  readonly externalImport: ExternalImport;
  readonly example: Example;
  readonly backingUp: BackingUp;
  readonly backupRestore: BackupRestore;
  readonly keychain: KeychainCare;
  readonly passphrase: PassphraseChoice;
  readonly moving: Moving;
  readonly keyRecovery: KeyRecovery;
  readonly palette: PaletteView;
  readonly settings: SettingsStore;
  readonly detection: Pick<Detection, 'list'>;
  readonly erasure: ErasureCare;
  readonly diagnostics: DiagnosticsCopy;
  readonly activity: Pick<ActivityTable, 'latest'>;
  /** Repairs what a crash left and does what fell due. Returns the errors of what must wait. */
  reconcile(): Promise<unknown[]>;
  /** Before the app ends: the clipboard is cleared. */
  close(): Promise<void>;
}

/** No answer counts that a lock fell before. */
function askUnlessLocked(consent: Consent, { unlessLocked }: Locking): Consent {
  return {
    ask: unlessLocked((question) => consent.ask(question)),
    askWrite: unlessLocked((question) => consent.askWrite(question)),
    confirmPassphrase: unlessLocked((file, opens) => consent.confirmPassphrase(file, opens)),
    choosePassphrase: unlessLocked((purpose) => consent.choosePassphrase(purpose)),
    confirmVault: unlessLocked((vault, purpose) => consent.confirmVault(vault, purpose)),
  };
}

/** Whatever changes a key may change what its items in the keychain are to be called. */
function labelled(changes: Changes, labels: Labels): Changes {
  return {
    ...changes,
    keys(ids) {
      changes.keys(ids);
      labels.follow(ids);
    },
  };
}

export function createVault(given: Ports): Vault {
  const inSequence = createKeyedSequencer();
  const locking: Locking = createLocking(given, {
    clear: () => leases.end(),
    forget: () => {
      for (const part of Object.values(pendingSelections)) part.forget();
    },
    seal: given.passphraseVault.lock,
    // Its key is nowhere until the person types the passphrase.
    isSealedAtStart: given.passphraseVault.isChosen(),
  });
  const labels = createLabels(given);
  const waitingValues = createWaitingValues(given);
  const gate = createMoveGate(waitingValues);
  const ports: VaultPorts = {
    ...given,
    ...gate.guard(given),
    changes: labelled(given.changes, labels),
    consent: askUnlessLocked(given.consent, locking),
    guessLimiter: createGuessLimiter(given.clock),
    renamings: createRenamings(given.clock),
    trustedTime: createTrustedTime(given),
    waitingValues,
  };
  const keys = createKeys(ports);
  const exporting = createExporting(ports, inSequence);
  const settings = createSettings(ports);
  const leases = createLeases(ports, inSequence);
  const copying = createCopying(ports, inSequence, leases, settings, locking.isLocked);
  const rotation = createRotation(ports, inSequence, settings);
  const deletion = createDeletion(ports, inSequence);
  const trash = createTrash(ports, settings);
  const rawValues = createRawValues(ports);
  const remains = createMoveRemains(ports, gate.isMoving);
  const reconcile = createReconcile(ports, inSequence, leases, rotation, trash, exporting, {
    ...{ labels, rawValues, gate, remains },
  });
  const keychainCare = createKeychainCare(ports, leases, reconcile);
  /** Of those that decide where values are, or what opens them. */
  const deciding = { gate, remains, oneQuestion: createOneQuestion(), lockState: locking.state };
  /** What shows something first, to be chosen from later. */
  const pendingSelections = {
    offers: createOffers(ports),
    targets: createTargets(ports),
    exporting,
    envImport: createEnvImport(ports, inSequence, keys, settings),
    externalImport: createExternalImport(ports, keys, settings),
    example: createExample(ports, inSequence),
    backupRestore: createBackupRestore(ports, inSequence, settings),
    keyRecovery: createKeyRecovery(ports, inSequence, { settings, rawValues }),
  };
  return {
    ...pendingSelections,
    keys,
    copying,
    rotation,
    deletion,
    trash,
    leases,
    locking,
    recognizing: createRecognizing(ports),
    projects: createProjects(ports),
    drift: createDrift(ports),
    writing: createWriting(ports, createWriteSheet(ports, inSequence, { rotation, settings }), exporting),
    backingUp: createBackingUp(ports, inSequence, settings),
    keychain: keychainCare,
    passphrase: createPassphraseChoice(ports, deciding),
    moving: createMoving(ports, deciding),
    palette: createPaletteView(ports, exporting),
    settings,
    erasure: createErasureCare(ports, keychainCare),
    diagnostics: createDiagnosticsCopy(ports, inSequence),
    detection: ports.detection,
    activity: { latest: (limit, keyId, part) => ports.store.activity.latest(limit, keyId, part) },
    reconcile: reconcile,
    async close() {
      copying.stop();
      // A clipboard that can't be cleared now is tried again at the next start.
      await leases.end().catch((error: unknown) => ports.diagnostics.report('clipboard', error));
    },
  };
}
