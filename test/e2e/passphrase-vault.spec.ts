import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { parse } from 'dotenv';
import { test as base, expect } from '../support/e2e.ts';
import { makeGitProject } from '../support/git-project.ts';
import { startKeyring, type TestKeyring } from '../support/keyring.ts';
import { type LaunchedClavis, launchClavis } from '../support/launch-clavis.ts';
import { lockByHand, lockScreen, unlock as pressUnlock } from '../support/locking.ts';
import { answerQuestions, pickFolder } from '../support/native-ui.ts';
import {
  choosePassphraseVault,
  typedPassphrase as passphrase,
  slowly,
  typePassphrase,
  unlockByPassphrase,
  vaultOffer,
} from '../support/passphrase-vault.ts';
import { pressToClose, questionPage, questionWindow } from '../support/question.ts';
import { readSealedValues } from '../support/sealed-file.ts';
import { picture } from '../support/tour.ts';

const value = `sk-proj-${'hV3nQ8sKd0aLw7YzPq'.repeat(4)}T3BlbkFJ${'c5RtUb2XmJ9eGf6NiO'.repeat(4)}3f9A`;

interface BareMachine {
  /** A bus on which nothing answers to `org.freedesktop.secrets`, until it is restarted. */
  readonly keyring: TestKeyring;
  readonly bare: () => Promise<LaunchedClavis>;
}

const test = base.extend<BareMachine>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs off this pattern.
  keyring: async ({}, use) => {
    const keyring = await startKeyring({ secretService: false });
    await use(keyring);
    await keyring.stop();
  },
  bare: async ({ home, display, keyring }, use) => {
    const started: LaunchedClavis[] = [];
    await use(async () => {
      const clavis = await launchClavis(home, { ...keyring.env, DISPLAY: display });
      started.push(clavis);
      return clavis;
    });
    for (const { app } of started) await app.close();
  },
});

// scrypt takes a second each time where nothing else runs, and on busy cores several.
test.setTimeout(300_000);

const rows = (page: Page) => page.getByRole('grid', { name: 'Keys' }).getByRole('row');

const wrongs = async (folder: string): Promise<string> =>
  readFile(path.join(folder, 'values.sealed.tries'), 'utf8').catch(() => '');

async function addKey(page: Page): Promise<string> {
  return page.evaluate(async (text) => {
    const fields = { name: 'Shop assistant', provider: 'openai', envVar: 'OPENAI_API_KEY', note: '' };
    const added = await window.clavis.keys.add({
      ...fields,
      copyPolicy: 'once',
      rotateEveryDays: null,
      tags: [],
      value: text,
    });
    return added.ok ? added.value.id : added.error.code;
  }, value);
}

/** Every file of Clavis' own, as text; no byte of it may be a value's, or the passphrase's. */
async function expectNothingInTheClear(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    // A file of Chromium's may go meanwhile.
    const text = await readFile(file, 'latin1').catch(() => '');
    for (const secret of [value, value.slice(8, 40), passphrase])
      expect(text.includes(secret), `${entry.name} holds what it may not`).toBe(false);
  }
}

test('on a machine without a keychain the person chooses a passphrase vault, does the main job, locks, and comes back after a relaunch', async ({
  bare,
  home,
  clipboard,
}) => {
  let { app, page } = await bare();
  const sealed = path.join(home.userData, 'values.sealed');

  await test.step('nothing is chosen by itself, nor by a no', async () => {
    await expect(page.getByRole('alert').filter({ hasText: 'No keychain' })).toBeVisible();
    await picture(page, 'vault-1-no-keychain');
    expect(await addKey(page)).toBe('KEYCHAIN_MISSING');
    await vaultOffer(page).click();
    const question = await questionPage(app);
    expect(await questionWindow(app)).toMatchObject({ title: 'Choose a passphrase – Clavis', isModal: true });
    await expect(question.getByRole('dialog')).toContainText('Does not protect');
    await picture(question, 'vault-2-choose');
    await pressToClose(question.getByRole('button', { name: 'Cancel' }));
    await expect(vaultOffer(page)).toBeVisible();
    expect(await readdir(home.userData)).not.toContain('values.sealed');
  });

  await test.step('a passphrase that is short, or typed differently the second time, is not taken', async () => {
    // Right after a no nothing is asked.
    await expect(async () => {
      if (await vaultOffer(page).isEnabled()) await vaultOffer(page).click({ timeout: 500 });
      expect(await questionWindow(app)).not.toBe(null);
    }).toPass(slowly);
    const question = await questionPage(app);
    const create = question.getByRole('button', { name: 'Create vault' });
    await question.getByLabel('Passphrase', { exact: true }).fill('short');
    await create.click();
    await expect(question.getByText('Use 12 characters or more.')).toBeVisible();
    await question.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await question.getByLabel('Repeat passphrase').fill(`${passphrase}!`);
    await create.click();
    await expect(question.getByText('Passphrases don’t match.')).toBeVisible();
    expect(await readdir(home.userData)).not.toContain('values.sealed');
    await question.getByLabel('Repeat passphrase').fill(passphrase);
    await pressToClose(create);
    await expect(page.getByText('Passphrase vault', { exact: true }).first()).toBeVisible(slowly);
    await picture(page, 'vault-3-chosen');
    await expectNothingInTheClear(home.userData);
  });

  const account = await addKey(page);
  await test.step('a key is kept in it, and copied', async () => {
    await expect(rows(page)).toHaveCount(1);
    expect(readSealedValues(sealed, passphrase).get(`${account}/1`)).toBe(value);
    await page.getByRole('button', { name: 'Copy Shop assistant' }).click();
    await expect.poll(() => clipboard.text()).toBe(value);
    await expectNothingInTheClear(home.userData);
  });

  const project = makeGitProject({ name: 'shop-api', files: { '.env': 'PORT=3000\n' }, ignore: ['.env'] });
  await test.step('it is written to a project’s env file', async () => {
    await pickFolder(app, project.root);
    await page.evaluate(async (id) => {
      const linked = await window.clavis.projects.link({});
      const target = linked.ok ? linked.value?.targets[0]?.id : undefined;
      await window.clavis.projects.bind({ targetId: `${target}`, keyId: id, envVar: 'OPENAI_API_KEY' });
      void window.clavis.projects.writeFile({ targetId: `${target}` });
    }, account);
    await pressToClose((await questionPage(app)).getByRole('button', { name: 'Write .env', exact: true }));
    await expect
      .poll(async () => parse(await readFile(path.join(project.root, '.env'))))
      .toEqual({ PORT: '3000', OPENAI_API_KEY: value });
    await expectNothingInTheClear(home.userData);
  });

  await test.step('locked, it takes the value off the clipboard, and a wrong passphrase makes the next one wait', async () => {
    await lockByHand(page);
    await expect(page.getByText('Clavis asks for your passphrase')).toBeVisible();
    await expect.poll(() => clipboard.text()).toBe('');
    await picture(page, 'vault-4-locked');
    await pressUnlock(page);
    const question = await questionPage(app);
    await picture(question, 'vault-5-unlock');
    for (const turn of [1, 2]) {
      await typePassphrase(question, 'four words kept elsewhwere');
      await expect.poll(() => wrongs(home.userData), slowly).toContain(`"wrong":${turn}`);
    }
    await expect(question.getByRole('alert')).toContainText('That is not the passphrase.', slowly);
    // The second one was tried, too.
    await expect(question.getByLabel('Passphrase', { exact: true })).toHaveValue('', slowly);
    await picture(question, 'vault-6-wrong');
    await expect(lockScreen(page)).toBeVisible();
    await expect(question.getByLabel('Passphrase', { exact: true })).toBeFocused();
    await typePassphrase(question, passphrase);
    await expect(rows(page)).toHaveCount(1, slowly);
    expect(await wrongs(home.userData)).toBe('');
  });

  await test.step('after a relaunch it is locked, and shows no name until the passphrase is typed', async () => {
    await app.close();
    await expectNothingInTheClear(home.userData);
    ({ app, page } = await bare());
    await expect(lockScreen(page)).toBeVisible();
    expect(await page.content()).not.toContain('Shop assistant');
    expect(await page.evaluate((id) => window.clavis.keys.copy({ id }), account)).toMatchObject({
      error: { code: 'VAULT_LOCKED' },
    });
    await unlockByPassphrase(app, page);
    await expect(rows(page)).toContainText(['Shop assistant']);
    await page.keyboard.press('Control+,');
    await expect(page.getByText('sealed with your passphrase')).toBeVisible();
    await picture(page, 'vault-7-settings');
    await expectNothingInTheClear(home.userData);
  });
  project.remove();
});

test('its passphrase is changed in Settings, in windows of main’s own: from then on the new one alone unlocks', async ({
  bare,
  home,
}) => {
  const { app, page } = await bare();
  const sealed = path.join(home.userData, 'values.sealed');
  const next = 'five words that nobody else has';
  await choosePassphraseVault(app, page);
  const account = await addKey(page);
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Change passphrase…' }).click();
  const first = await questionPage(app);
  expect(await questionWindow(app)).toMatchObject({ title: 'Confirm passphrase – Clavis' });
  await picture(first, 'vault-8-confirm');
  await first.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await pressToClose(first.getByRole('button', { name: 'Go on' }));
  await expect.poll(async () => (await questionWindow(app))?.title, slowly).toBe('Choose a passphrase – Clavis');
  const second = await questionPage(app);
  await second.getByLabel('Passphrase', { exact: true }).fill(next);
  await second.getByLabel('Repeat passphrase').fill(next);
  await picture(second, 'vault-9-change');
  await expect(async () => {
    // Pressed while the window had no focus, it does not count.
    if ((await questionWindow(app)) === null) return;
    await pressToClose(second.getByRole('button', { name: 'Change passphrase' }));
    expect(await questionWindow(app)).toBe(null);
  }).toPass(slowly);
  await expect(page.getByRole('status', { name: 'Messages' })).toContainText('Passphrase changed.', slowly);
  expect(() => readSealedValues(sealed, passphrase)).toThrow();
  expect(readSealedValues(sealed, next).get(`${account}/1`)).toBe(value);
  await lockByHand(page);
  await pressUnlock(page);
  await typePassphrase(await questionPage(app), next);
  await expect(lockScreen(page)).toHaveCount(0, slowly);
});

test('pauses after wrong passphrases outlive the app, and its file is worth nothing elsewhere without the passphrase', async ({
  bare,
  home,
}) => {
  const first = await bare();
  await choosePassphraseVault(first.app, first.page);
  expect(await addKey(first.page)).not.toContain('_');
  await lockByHand(first.page);
  await pressUnlock(first.page);
  const question = await questionPage(first.app);
  for (const turn of [1, 2, 3]) {
    await typePassphrase(question, `wrong words number ${turn}`);
    await expect.poll(() => wrongs(home.userData), slowly).toContain(`"wrong":${turn}`);
  }
  await expect(question.getByLabel('Passphrase', { exact: true })).toHaveValue('', slowly);
  await first.app.close();

  const copy = await mkdtemp(path.join(tmpdir(), 'clavis-copied-'));
  await copyFile(path.join(home.userData, 'values.sealed'), path.join(copy, 'values.sealed'));
  expect(() => readSealedValues(path.join(copy, 'values.sealed'), 'four words kept elsewhwere')).toThrow();
  expect([...readSealedValues(path.join(copy, 'values.sealed'), passphrase).values()]).toContain(value);
  await rm(copy, { recursive: true });

  const again = await bare();
  expect(await wrongs(home.userData)).toContain('"wrong":3');
  await unlockByPassphrase(again.app, again.page);
  await expect(rows(again.page)).toHaveCount(1);
  expect(await readdir(home.userData)).not.toContain('values.sealed.tries');
});

test('where a keychain is there, none is offered, and a page that asks for one gets no question', async ({
  bare,
  keyring,
}) => {
  const { app, page } = await bare();
  await keyring.restart();
  await expect(vaultOffer(page)).toHaveCount(0, slowly);
  const asked = await page.evaluate(() => window.clavis.keychain.choosePassphrase({}));
  expect(asked).toMatchObject({ ok: false, error: { code: 'PASSPHRASE_VAULT_NOT_OFFERED' } });
  expect(await questionWindow(app)).toBe(null);
});

test('values move to a passphrase vault and back to the keychain, from Settings, by main’s own dialog and window', async ({
  bare,
  home,
  keyring,
}) => {
  await keyring.restart();
  const { app, page } = await bare();
  const sealed = path.join(home.userData, 'values.sealed');
  const account = `${await addKey(page)}/1`;
  expect(await keyring.lookup('Clavis', account)).toBe(value);
  const asked = await answerQuestions(app, true);
  await page.keyboard.press('Control+,');
  const messages = page.getByRole('status', { name: 'Messages' });
  const toVault = page.getByRole('button', { name: 'Move values to a passphrase vault…' });
  const toKeychain = page.getByRole('button', { name: 'Move values to the keychain…' });

  await test.step('to the vault a new passphrase is chosen, and the keychain is emptied', async () => {
    await toVault.scrollIntoViewIfNeeded();
    await picture(page, 'move-1-keychain');
    await toVault.click();
    await expect.poll(async () => (await questionWindow(app))?.title, slowly).toBe('Choose a passphrase – Clavis');
    const question = await questionPage(app);
    await expect(question.getByRole('dialog')).toContainText('Move values to a passphrase vault');
    await question.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await question.getByLabel('Repeat passphrase').fill(passphrase);
    await picture(question, 'move-2-choose');
    await pressToClose(question.getByRole('button', { name: 'Move values' }));
    await expect(messages).toContainText('Values moved to the passphrase vault.', slowly);
    expect(readSealedValues(sealed, passphrase).get(account)).toBe(value);
    expect(await keyring.lookup('Clavis', account)).toBe(null);
    expect(await keyring.lookup('Clavis', 'fingerprint/1')).toBe(null);
    await toKeychain.scrollIntoViewIfNeeded();
    await picture(page, 'move-3-vault');
    await expectNothingInTheClear(home.userData);
  });

  await test.step('to the keychain the passphrase is typed, and the file is gone', async () => {
    await toKeychain.click();
    await expect.poll(async () => (await questionWindow(app))?.title, slowly).toBe('Confirm passphrase – Clavis');
    const question = await questionPage(app);
    await question.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await picture(question, 'move-4-confirm');
    await pressToClose(question.getByRole('button', { name: 'Move values' }));
    await expect(messages).toContainText('Values moved to the keychain.', slowly);
    expect(await keyring.lookup('Clavis', account)).toBe(value);
    expect((await readdir(home.userData)).filter((name) => name.startsWith('values'))).toEqual([]);
    await expect(toVault).toBeVisible();
  });
  expect(await asked()).toEqual([
    'Move all values to a passphrase vault?',
    'Move all values to the system’s keychain?',
  ]);
});
