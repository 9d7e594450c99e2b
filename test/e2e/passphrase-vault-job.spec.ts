import path from 'node:path';
import { expect, test } from '../support/e2e.ts';
import { doMainJob } from '../support/main-job.ts';
import { choosePassphraseVault, typedPassphrase, unlockByPassphrase } from '../support/passphrase-vault.ts';
import { readSealedValues } from '../support/sealed-file.ts';

test.use({ secretService: false });

test('the main job where no keychain is: every value is in the passphrase vault, and found there by who has the passphrase', async ({
  start,
  home,
  clipboard,
}) => {
  const file = path.join(home.userData, 'values.sealed');
  await doMainJob({
    start,
    clipboard,
    lookup: async (account) => readSealedValues(file, typedPassphrase).get(account) ?? null,
    begin: ({ app, page }) => choosePassphraseVault(app, page),
    async goOn({ app, page }) {
      // Locked from the start: no name is shown before.
      await expect(page.getByRole('grid', { name: 'Keys' })).toHaveCount(0);
      await unlockByPassphrase(app, page);
    },
    pictures: 'vault-',
  });
});
