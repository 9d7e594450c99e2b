import type { Language } from '../language.ts';
import { dialogs } from './dialogs.ts';
import { backupErrors } from './errors-backups.ts';
import { externalImportErrors } from './errors-external-import.ts';
import { fileErrors } from './errors-files.ts';
import { keyErrors } from './errors-keys.ts';
import { movingErrors } from './errors-moving.ts';
import { passphraseVaultErrors } from './errors-passphrase-vault.ts';
import { projectErrors } from './errors-projects.ts';
import { vaultErrors } from './errors-vault.ts';
import { fieldErrors } from './field-errors.ts';
import { marred } from './marred.ts';
import { notices } from './notices.ts';
import { backupQuestions } from './questions-backups.ts';
import { aboutValue, keyQuestions } from './questions-keys.ts';
import { projectQuestions } from './questions-projects.ts';
import { settingQuestions } from './questions-settings.ts';
import { vaultQuestions } from './questions-vault.ts';
import { backupReasons } from './reasons-backups.ts';
import { characterReasons } from './reasons-characters.ts';
import { databaseReasons } from './reasons-database.ts';
import { envFileReasons } from './reasons-env-files.ts';
import { externalImportReasons } from './reasons-external-import.ts';
import { fileReasons } from './reasons-files.ts';
import { gitReasons } from './reasons-git.ts';
import { keychainReasons } from './reasons-keychain.ts';
import { systemReasons } from './reasons-system.ts';
import { start } from './start.ts';
import { tray } from './tray.ts';

export const english = {
  errors: {
    ...keyErrors,
    ...projectErrors,
    ...fileErrors,
    ...backupErrors,
    ...movingErrors,
    ...passphraseVaultErrors,
    ...externalImportErrors,
    ...vaultErrors,
  },
  reasons: {
    ...systemReasons,
    ...fileReasons,
    ...characterReasons,
    ...envFileReasons,
    ...keychainReasons,
    ...backupReasons,
    ...databaseReasons,
    ...externalImportReasons,
    ...gitReasons,
  },
  fieldErrors,
  questions: {
    ...keyQuestions,
    ...projectQuestions,
    ...backupQuestions,
    ...settingQuestions,
    ...vaultQuestions,
  },
  aboutValue,
  blocked: (sentence) => sentence.replace(/^Not written: /, 'Can’t be written: '),
  marredOffer: (key) => `It ${marred(key)}`,
  dialogs,
  tray,
  notices,
  start,
} as const satisfies Language;
