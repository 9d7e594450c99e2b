/** What the window says, by area. */

export * as addKey from './window-add-key.ts';
export * as addTarget from './window-add-target.ts';
export * as bindKey from './window-bind-key.ts';
export * as common from './window-common.ts';
export * as deleteKey from './window-delete-key.ts';
export * as dialects from './window-dialects.ts';
export * as dialog from './window-dialog.ts';
export * as drift from './window-drift.ts';
export * as editKey from './window-edit-key.ts';
export * as envImport from './window-env-import.ts';
export * as exampleFile from './window-example-file.ts';
export * as fileWrites from './window-file-writes.ts';
export * as firstKey from './window-first-key.ts';
export * as git from './window-git.ts';
export * as keyActions from './window-key-actions.ts';
export * as keyDetail from './window-key-detail.ts';
export * as keyFields from './window-key-fields.ts';
export * as keyList from './window-key-list.ts';
export * as newValue from './window-new-value.ts';
export * as passphraseQuestion from './window-passphrase-question.ts';
export * as preview from './window-preview.ts';
export * as projects from './window-projects.ts';
export * as rotateKey from './window-rotate-key.ts';
export * as targetSettings from './window-target-settings.ts';
export * as writeQuestion from './window-write-question.ts';
