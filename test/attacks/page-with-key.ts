import { afterAll } from 'vitest';
import { openTakenOverPage } from '../support/taken-over-page.ts';
import { openTestVault, someFields, someValue } from '../support/test-vault.ts';

/** A page over a vault with one key, for all tests of a file; closed after them. */
export async function pageWithKey() {
  const test = await openTestVault();
  afterAll(() => test.stop());
  const page = openTakenOverPage(test);
  const { id: keyId } = await test.vault.keys.add(someFields, someValue('a'));
  return { test, page, keyId };
}
