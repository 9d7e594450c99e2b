import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import type { CallError } from '../../electron/ipc/contract.ts';
import { sampleVault } from './sample-vault.ts';
import type { Script } from './scripted-vault.ts';
import { withHarness } from './with-harness.ts';

const openWindow = withHarness();

const token = {
  offerId: 'later',
  provider: '',
  label: 'GitLab token',
  name: '',
  envVar: '',
  heldBy: null,
  last4: null,
};
const internal: CallError = { code: 'INTERNAL', message: 'Something failed.', details: {} };
const locked: CallError = { code: 'KEYCHAIN_LOCKED', message: 'The keychain is locked.', details: {} };

const emptyVault = (): Script => ({ ...sampleVault(), keys: [], offer: null });
const asked = ({ heard }: Script): number => heard.filter(({ channel }) => channel === 'keys.offer').length;
const nothingFound = (page: Page) => page.getByText('Copy a key at your provider, then come back');
const found = (page: Page) => page.getByText('On your clipboard: a GitLab token');

test('an empty vault offers what is on the clipboard as soon as the person comes to the window', async () => {
  const script = emptyVault();
  const { page, tell } = await openWindow({ script });
  await nothingFound(page).waitFor();
  script.offer = token;
  await tell('app.attention', {});
  await found(page).waitFor();
});

test('the dialog of a new key offers it then, too', async () => {
  const script: Script = { ...sampleVault(), offer: null };
  const { page, tell } = await openWindow({ script });
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'Add a key' });
  await dialog.getByText('Nothing on your clipboard looks like a key.').waitFor();
  script.offer = token;
  await tell('app.attention', {});
  await dialog.getByText('On your clipboard: a GitLab token').waitFor();
});

test('a key that is not on the clipboard can be typed at once', async () => {
  const { page } = await openWindow({ script: { ...sampleVault(), offer: null } });
  await page.keyboard.press('Control+n');
  await page.getByRole('button', { name: 'Paste or type it instead' }).click();
  await page.getByRole('dialog', { name: 'Add a key' }).getByLabel('Value', { exact: true }).waitFor();
});

test('a clipboard that could not be read once is read again by itself', async () => {
  const script: Script = { ...emptyVault(), offer: token, failures: { 'keys.offer': internal } };
  const { page } = await openWindow({ script });
  await found(page).waitFor();
  expect(asked(script)).toBe(2);
});

test('a clipboard that can never be read is left alone after a few times, until the person comes again', async () => {
  const script = emptyVault();
  Object.defineProperty(script, 'failures', { get: () => ({ 'keys.offer': internal }) });
  const { page, tell } = await openWindow({ script, clock: true });
  const afterAMinute = async (): Promise<number> => {
    await page.clock.runFor(60_000);
    return asked(script);
  };
  await expect.poll(afterAMinute).toBe(4);
  for (let minute = 0; minute < 5; minute += 1) expect(await afterAMinute()).toBe(4);
  await tell('app.attention', {});
  await expect.poll(() => asked(script)).toBe(5);
});

test('a locked keychain, which may ask the person each time, is asked again when it is open', async () => {
  const script: Script = { ...emptyVault(), offer: token, failures: { 'keys.offer': locked } };
  const { page, tell } = await openWindow({ script, clock: true });
  await nothingFound(page).waitFor();
  await page.clock.runFor(60_000);
  expect(asked(script)).toBe(1);
  await tell('keychain.changed', { state: 'ready' });
  await found(page).waitFor();
});
