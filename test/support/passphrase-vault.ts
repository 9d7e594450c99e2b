import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { lockScreen, unlock } from './locking.ts';
import { pressToClose, questionPage } from './question.ts';

/** What the person does for a passphrase vault, in the windows of the app. */

export const typedPassphrase = 'four words kept elsewhere';
/** scrypt takes a second each time where nothing else runs. */
export const slowly = { timeout: 30_000 };

export const vaultOffer = (page: Page) => page.getByRole('button', { name: 'Use a passphrase vault…' });

/** Chooses it on a machine without a keychain. */
export async function choosePassphraseVault(app: ElectronApplication, page: Page): Promise<void> {
  await vaultOffer(page).click();
  const question = await questionPage(app);
  await question.getByLabel('Passphrase', { exact: true }).fill(typedPassphrase);
  await question.getByLabel('Repeat passphrase').fill(typedPassphrase);
  await pressToClose(question.getByRole('button', { name: 'Create vault' }));
  await expect(vaultOffer(page)).toHaveCount(0, slowly);
  await expect(page.getByText('Passphrase vault', { exact: true }).first()).toBeVisible();
}

/** Types it once main asks, and sends it after whatever pause there is. Returns when it was sent, as `performance.now()` has it. */
export async function typePassphrase(question: Page, typed: string): Promise<number> {
  const field = question.getByLabel('Passphrase', { exact: true });
  const button = question.getByRole('button', { name: 'Unlock', exact: true });
  // What was typed last stays there while it is tried.
  await expect(field).toHaveValue('', slowly);
  await field.fill(typed);
  await expect(button).not.toHaveAttribute('aria-disabled', 'true', slowly);
  const sentAt = performance.now();
  await pressToClose(button);
  return sentAt;
}

/** Presses Unlock, and types the passphrase. */
export async function unlockByPassphrase(app: ElectronApplication, page: Page): Promise<void> {
  await unlock(page);
  await typePassphrase(await questionPage(app), typedPassphrase);
  await expect(lockScreen(page)).toHaveCount(0, slowly);
}
