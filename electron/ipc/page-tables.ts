/** The domain's tables that pages show, too: plain data, so that no schema library runs in a page. */
export { dialects } from '../envfile/dialects.ts';
export { leftOutKinds } from '../vault/backup-content.ts';
export { copyPolicies, rotationIntervals } from '../vault/keys/key-choices.ts';
export { leastPassphrase } from '../vault/passphrase.ts';
export { settingTable } from '../vault/settings/setting-table.ts';
export { defaultSettings } from '../vault/settings/setting-values.ts';
