import { vaultError } from '../vault/errors.ts';
import type { LockFacts } from '../vault/locking.ts';
import type { ExportResult } from '../vault/projects/file-writes.ts';
import type { LeaseRecord } from '../vault/records.ts';
import { Secret } from '../vault/secret.ts';
import type { IdentityCheck } from '../vault/unlock-rule.ts';
import type { Vault } from '../vault/vault.ts';
import type { ChosenFile } from '../vault/write-question.ts';
import { errorAsData, outcomeAsData, previewAsData } from './call-error.ts';
import type {
  AbilitiesView,
  AnswerOutcome,
  KeychainView,
  PassphraseKind,
  QuestionView,
  RepairView,
} from './contract.ts';
import type { Handlers } from './dispatcher.ts';
import { viewLease } from './lease-view.ts';
import { lookInWords } from './offer-words.ts';
import type { Picks } from './picks.ts';

/** What handlers need besides the vault. */
export interface HandlerParts {
  readonly vault: Vault;
  readonly dialogs: Picks;
  readonly keychainState: () => KeychainView;
  readonly lock: (by: 'hand') => void;
  /** What unlocking asks who is there by, and what decides whether an unlock counts. */
  readonly unlock: { checks(): IdentityCheck | null; ask(lock: LockFacts): Promise<void> };
  /** What the palette does besides showing keys. */
  readonly palette: {
    copy(keyId: string): Promise<LeaseRecord>;
    export(targetId: string): Promise<ExportResult>;
    open(keyId: string): void;
    hide(): void;
  };
  /** What main's own window shows, and what the person says to it. */
  readonly question: {
    get(): QuestionView | null;
    answer(given: GivenAnswer): Promise<AnswerOutcome>;
  };
  /** Which of the settings this system can follow. */
  readonly abilities: () => AbilitiesView;
  /** What a repair of the database did at this start. */
  readonly repair: RepairView | null;
}

/** The answer to a question of main's own, what was typed in it kept from logs. */
export type GivenAnswer = { readonly questionId: string } & (
  | { readonly kind: 'no' }
  | { readonly kind: 'write'; readonly files: readonly ChosenFile[] }
  | { readonly kind: PassphraseKind; readonly passphrase: Secret }
);

/** The contract's table, each channel on the vault's function for it. */
export function createHandlers({
  vault,
  dialogs,
  keychainState,
  lock,
  unlock,
  palette,
  question,
  abilities,
  repair,
}: HandlerParts): Handlers {
  const { keys, copying, rotation, deletion, trash, leases, offers, projects, targets, exporting, settings } = vault;
  const lockView = () => ({ locked: vault.locking.isLocked(), checks: unlock.checks() });
  return {
    'keys.list': ({ after, count }) => keys.page(after, count),
    'keys.check': ({ id, ...fields }) => {
      keys.check(fields, id);
      return null;
    },
    'keys.add': ({ value, keepOdd, ...fields }) => keys.add(fields, new Secret(value), keepOdd),
    'keys.recognize': ({ value }) => vault.recognizing.of(new Secret(value)),
    'keys.offer': async () => lookInWords(await offers.look()),
    'keys.addFromClipboard': async ({ offerId, keepOdd, ...fields }) => {
      // Before the clipboard is read: what is wrong there needs no value.
      keys.check(fields, null);
      return keys.addOffered(fields, await offers.take(offerId, keepOdd));
    },
    'keys.addGenerated': ({ recipe, ...fields }) => keys.addGenerated(fields, recipe),
    'keys.edit': ({ id, ...fields }) => keys.edit(id, fields),
    'keys.pin': ({ id, pinned }) => keys.pin(id, pinned),
    'keys.copy': async ({ id }) => viewLease(await copying.copy(id)),
    'keys.allowCopy': ({ id }) => copying.allowOneMore(id),
    'keys.rotate': ({ id, value, keepOdd }) => rotation.rotate(id, new Secret(value), keepOdd),
    'keys.rotateFromClipboard': async ({ id, offerId, keepOdd }) =>
      rotation.rotateOffered(id, await offers.take(offerId, keepOdd)),
    'keys.rotateGenerated': ({ id, recipe }) => rotation.rotateGenerated(id, recipe),
    'keys.undoRotation': ({ id }) => rotation.undo(id),
    'keys.finishRotation': ({ id }) => rotation.finish(id),
    'keys.delete': async ({ id }) => {
      await deletion.delete(id);
      return null;
    },
    'keys.deleteWithLines': async ({ id }) => (await deletion.deleteWithLines(id)).map(errorAsData),
    'keys.writeFiles': async ({ id }) => (await vault.writing.key(id)).map(outcomeAsData),

    'trash.count': () => trash.count(),
    'trash.list': ({ after, count }) => trash.list(after, count),
    'trash.restore': ({ id }) => trash.restore(id),
    'trash.removeLines': async ({ id }) => (await deletion.removeLines(id)).map(errorAsData),
    'trash.deletePermanently': ({ id }) => trash.deletePermanently(id),
    'trash.empty': () => trash.empty(),

    'erasure.get': () => ({ waiting: vault.erasure.waiting() }),
    'erasure.tryAgain': async () => ({ waiting: await vault.erasure.tryAgain() }),

    'lease.get': () => {
      const lease = leases.current();
      return lease && viewLease(lease);
    },
    'lease.clear': async () => {
      await leases.end();
      return null;
    },

    'providers.list': () => [...vault.detection.list()],

    'projects.list': () => projects.list(),
    'projects.link': async () => {
      const folder = await dialogs.pickFolder();
      return folder === null ? null : projects.link(folder);
    },
    'projects.unlink': ({ projectId }) => {
      projects.unlink(projectId);
      return null;
    },
    'projects.bind': ({ targetId, keyId, envVar }) => projects.bind(targetId, keyId, envVar),
    'projects.unbind': ({ targetId, envVar }) => projects.unbind(targetId, envVar),
    'projects.preview': ({ targetId }) => previewAsData(exporting.preview(targetId)),
    'projects.ignore': ({ targetId, where }) => previewAsData(exporting.ignore(targetId, where)),
    'projects.makePrivate': ({ targetId }) => previewAsData(exporting.makePrivate(targetId)),
    'projects.leaveOutsideGit': ({ targetId }) => previewAsData(exporting.leaveOutsideGit(targetId)),
    'projects.candidates': ({ projectId }) => targets.candidates(projectId),
    'projects.addTarget': ({ projectId, candidateId }) => targets.add(projectId, candidateId),
    'projects.pickTarget': async ({ projectId }) => {
      const picked = await dialogs.pickFile(targets.rootOf(projectId));
      return picked === null ? null : targets.addPicked(projectId, picked);
    },
    'projects.removeTarget': ({ targetId }) => targets.remove(targetId),
    'projects.setTarget': ({ targetId, dialect, expands }) => targets.set(targetId, dialect, expands),
    'projects.drift': async () => (await vault.drift.all()).map(errorAsData),
    'projects.writeAll': async () => (await vault.writing.all()).map(outcomeAsData),
    'projects.writeFile': async ({ targetId }) => outcomeAsData(await vault.writing.file(targetId)),
    'projects.previewExample': ({ targetId }) => vault.example.preview(targetId),
    'projects.writeExample': ({ exampleId }) => vault.example.write(exampleId),
    'projects.scanImport': ({ targetId }) => vault.envImport.scan(targetId),
    'projects.takeImport': ({ importId, names }) => vault.envImport.take(importId, names),

    'activity.list': ({ keyId, limit, before, only }) =>
      vault.activity.latest(limit, keyId ?? undefined, { before: before ?? undefined, only: only ?? undefined }),

    'settings.get': () => settings.get(),
    'settings.set': (wanted) => settings.set(wanted),
    'settings.abilities': () => abilities(),

    'backup.save': async ({ passphrase: typed }) => {
      const passphrase = new Secret(typed);
      vault.backingUp.checkPassphrase(passphrase);
      const place = await dialogs.pickBackupPlace(vault.backingUp.proposedName());
      return place === null ? null : vault.backingUp.save(place, passphrase);
    },
    'backup.pick': async () => {
      const picked = await dialogs.pickBackup();
      return picked === null ? null : vault.backupRestore.picked(picked);
    },
    'backup.preview': ({ pickedId, passphrase }) => vault.backupRestore.preview(pickedId, new Secret(passphrase)),
    'backup.restore': (choice) => vault.backupRestore.restore(choice),
    'backup.forget': () => {
      vault.backupRestore.forget();
      return null;
    },

    'lock.get': lockView,
    'lock.lock': () => {
      // The person is typing there, and can't have pressed anything here.
      if (question.get()?.kind === 'unlock') throw vaultError('DIALOG_OPEN');
      vault.locking.assertPageMayLock();
      lock('hand');
      return lockView();
    },
    'lock.unlock': async () => {
      await vault.locking.unlock(unlock.ask);
      return lockView();
    },

    'palette.list': () => vault.palette.list(),
    'palette.copy': async ({ id }) => viewLease(await palette.copy(id)),
    'palette.targets': ({ id }) => vault.palette.targetsOf(id),
    'palette.export': ({ targetId }) => palette.export(targetId),
    'palette.open': ({ id }) => {
      palette.open(id);
      return null;
    },
    'palette.hide': () => {
      palette.hide();
      return null;
    },

    'keychain.get': () => keychainState(),
    'keychain.tryAgain': () => vault.keychain.tryAgain().then(keychainState),
    'keychain.adopt': () => vault.keychain.adopt().then(keychainState),
    'keychain.choosePassphrase': () => vault.passphrase.choose().then(keychainState),
    'keychain.changePassphrase': () => vault.passphrase.change().then(keychainState),

    'moving.get': vault.moving.view,
    'moving.start': ({ to }) => vault.moving.start(to).then(vault.moving.view),
    'moving.removeLeft': () => vault.moving.removeLeft().then(vault.moving.view),

    'imports.pickFile': async () => {
      const picked = await dialogs.pickExternalImport();
      return picked === null ? null : vault.externalImport.openFile(picked);
    },
    'imports.pickFolder': async () => {
      const picked = await dialogs.pickExternalImportFolder();
      return picked === null ? null : vault.externalImport.openFolder(picked);
    },
    'imports.take': ({ externalImportId, entries }) => vault.externalImport.take(externalImportId, entries),
    'imports.forget': () => {
      vault.externalImport.forget();
      return null;
    },

    'recovery.report': () => repair,
    'recovery.scan': () => vault.keyRecovery.scan(),
    'recovery.take': ({ recoveryId, entries }) => vault.keyRecovery.take(recoveryId, entries),
    'recovery.removeSpare': ({ recoveryId, itemIds }) => vault.keyRecovery.removeSpare(recoveryId, itemIds),

    'diagnostics.copy': async () => ({ entries: await vault.diagnostics.copy() }),

    'question.get': () => question.get(),
    'question.answer': (given) =>
      question.answer('passphrase' in given ? { ...given, passphrase: new Secret(given.passphrase) } : given),
  };
}
