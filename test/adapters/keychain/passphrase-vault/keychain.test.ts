import { afterEach, beforeEach } from 'vitest';
import type { OpenPassphraseVault } from '../../../../electron/adapters/keychain/passphrase-vault/keychain.ts';
import { makeVaultFile, passphrase, type VaultFile } from '../../../support/open-vault-file.ts';
import { readSealedValues } from '../../../support/sealed-file.ts';
import { testAnyKeychain } from '../any-keychain.ts';

let place: VaultFile;
let opened: OpenPassphraseVault;

beforeEach(async () => {
  place = makeVaultFile();
  opened = place.open();
  await opened.vault.create(passphrase);
});
afterEach(async () => {
  await opened.keychain.close();
  place.remove();
});

testAnyKeychain({
  keychain: () => opened.keychain,
  lookup: async (account) => readSealedValues(place.file, passphrase.reveal()).get(account) ?? null,
});
