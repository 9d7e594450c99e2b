/** What the window says, by area. */

export * as addKey from './window-add-key.ts';
export * as common from './window-common.ts';
export * as deleteKey from './window-delete-key.ts';
export * as editKey from './window-edit-key.ts';
export * as firstKey from './window-first-key.ts';
export * as keyActions from './window-key-actions.ts';
export * as keyDetail from './window-key-detail.ts';
export * as keyFields from './window-key-fields.ts';
export * as keyList from './window-key-list.ts';
export * as newValue from './window-new-value.ts';
export * as rotateKey from './window-rotate-key.ts';
