import type { DialogWords } from '../shell-words.ts';

export const dialogs = {
  cancel: 'Cancel',
  ok: 'OK',
  linkFolder: { title: 'Link a project folder', button: 'Link' },
  chooseEnvFile: { title: 'Choose an env file', button: 'Choose' },
  chooseBackup: { title: 'Choose a backup to restore from', button: 'Choose' },
  saveBackup: { title: 'Save an encrypted backup', button: 'Save' },
  chooseExport: { title: 'Choose an export of 1Password or Bitwarden', button: 'Read' },
  chooseEnvFolder: { title: 'Choose a folder with env files', button: 'Read' },
  ageFiles: 'age files',
  exports: 'Exports',
  allFiles: 'All files',
  confirmPassphraseTitle: 'Confirm passphrase',
  passphraseTitles: { passphrase: 'Repeat passphrase', unlock: 'Unlock', 'new-passphrase': 'Choose a passphrase' },
  writeTitle: 'Write to files',
  removeTitle: 'Remove lines from files',
} as const satisfies DialogWords;
