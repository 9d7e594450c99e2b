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

test('of several values the person chooses one, and is told what stood around it', async () => {
  const offers = [
    { ...token, offerId: 'held', label: 'OpenAI key', envVar: 'OPENAI_API_KEY', heldBy: 'Kept', removed: '', odd: '' },
    { ...token, offerId: 'first', envVar: 'GITLAB_TOKEN', name: 'GitLab', removed: 'quotes', odd: '' },
    {
      ...token,
      offerId: 'second',
      label: 'GitHub token',
      envVar: 'GITHUB_TOKEN',
      name: 'GitHub',
      removed: '',
      odd: '',
    },
  ];
  const script: Script = { ...sampleVault(), look: { offers, refused: '' } };
  const { page } = await openWindow({ script });
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'Add a key' });
  // The first that no key holds yet.
  await dialog.getByText('On your clipboard: a GitLab token').waitFor();
  await dialog.getByText('Left out around it: quotes.').waitFor();
  await dialog.getByRole('radio', { name: /GITHUB_TOKEN/ }).check();
  await dialog.getByText('On your clipboard: a GitHub token').waitFor();
  await dialog.getByRole('button', { name: 'Save key' }).click();
  await dialog.waitFor({ state: 'detached' });
  const added = script.heard.find(({ channel }) => channel === 'keys.addFromClipboard');
  expect(added?.input).toMatchObject({ offerId: 'second', name: 'GitHub', envVar: 'GITHUB_TOKEN' });
});

test('why nothing of the clipboard is offered is said', async () => {
  const script: Script = { ...emptyVault(), look: { offers: [], refused: 'It says where the value is kept.' } };
  const { page } = await openWindow({ script });
  await page.getByText('What is on your clipboard is no key to keep. It says where the value is kept.').waitFor();
});

test('odd characters are kept only where the person ticks them', async () => {
  const odd = 'zero-width space (U+200B) at position 8';
  const offer = { ...token, envVar: 'GITLAB_TOKEN', name: 'GitLab', removed: '', odd };
  const script: Script = { ...sampleVault(), look: { offers: [offer], refused: '' } };
  const { page } = await openWindow({ script });
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'Add a key' });
  await dialog.getByRole('checkbox', { name: /U\+200B.*belongs there/ }).check();
  await dialog.getByRole('button', { name: 'Save key' }).click();
  await dialog.waitFor({ state: 'detached' });
  const added = script.heard.find(({ channel }) => channel === 'keys.addFromClipboard');
  expect(added?.input).toMatchObject({ keepOdd: true });
});
