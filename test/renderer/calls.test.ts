import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import type { CallError, Channel } from '../../electron/ipc/contract.ts';
import type { OpenOptions } from './harness.ts';
import { sampleVault } from './sample-vault.ts';
import type { Script } from './scripted-vault.ts';
import { withHarness } from './with-harness.ts';

const openWindow = withHarness();
const failed: CallError = { code: 'DATABASE_FAILED', message: 'The disk refused. Nothing was lost.', details: {} };

const messages = (page: Page) => page.getByRole('status', { name: 'Messages' });
const times = ({ heard }: Script, of: Channel): number => heard.filter(({ channel }) => channel === of).length;

/** A script whose answers on this channel come when `release` is called. */
function holding(channel: Channel) {
  const script = sampleVault();
  const { promise, resolve } = Promise.withResolvers<void>();
  script.held[channel] = promise;
  return { script, release: () => resolve() };
}

const binding = (page: Page) => page.getByRole('dialog', { name: 'Bind a key to api/.env' });

/** The form that binds a key, as one of many, filled in. */
async function openForm(page: Page) {
  await page.keyboard.press('Control+2');
  await page.getByRole('region', { name: 'api/.env' }).getByRole('button', { name: 'Bind a key' }).click();
  await binding(page).getByRole('option', { name: 'Transcripts' }).click();
  return binding(page).getByRole('button', { name: 'Bind key' });
}

/** A form whose call is under way. */
async function saving(options: OpenOptions = {}) {
  const { script, release } = holding('projects.bind');
  const opened = await openWindow({ script, ...options });
  const save = await openForm(opened.page);
  // From here on its time is the test's.
  if (options.clock) await opened.page.clock.pauseAt(Date.now() + 3_600_000);
  await save.click();
  await expect.poll(() => times(script, 'projects.bind')).toBe(1);
  return { ...opened, script, save, release };
}

describe('while a form’s call is under way', () => {
  test('it is not sent again, and that it is under way shows only after 100 ms', async () => {
    const { page, script, save, release } = await saving({ clock: true });
    await save.press('Enter');
    await page.clock.runFor(90);
    await save.press('Enter');
    expect(await save.getAttribute('aria-busy')).toBeNull();
    await page.clock.runFor(20);
    expect(await save.getAttribute('aria-busy')).toBe('true');
    await save.press('Enter');
    expect(times(script, 'projects.bind')).toBe(1);
    release();
    await binding(page).waitFor({ state: 'detached' });
  });

  test('closing it leaves what is done said, and a form that was opened since alone', async () => {
    const { page, release } = await saving();
    await binding(page).getByRole('button', { name: 'Cancel' }).click();
    await openForm(page);
    release();
    await messages(page).getByText('now uses “Transcripts”').waitFor();
    expect(await binding(page).isVisible()).toBe(true);
  });

  test('closing it moves why it failed to the corner, and to no form that was opened since', async () => {
    const { script, release } = holding('projects.bind');
    script.failures['projects.bind'] = failed;
    const { page } = await openWindow({ script });
    await (await openForm(page)).click();
    await expect.poll(() => times(script, 'projects.bind')).toBe(1);
    await binding(page).getByRole('button', { name: 'Cancel' }).click();
    await openForm(page);
    release();
    await messages(page).getByText(failed.message).waitFor();
    expect(await binding(page).locator('.note-bad').count()).toBe(0);
  });

  test.each([null, failed])('a lock in between leaves nothing to say of its answer: %o', async (failure) => {
    const { script, release } = holding('projects.bind');
    if (failure) script.failures['projects.bind'] = failure;
    const { page, tell } = await openWindow({ script });
    await (await openForm(page)).click();
    await expect.poll(() => times(script, 'projects.bind')).toBe(1);
    await tell('lock.changed', { locked: true, checks: null });
    await page.getByRole('heading', { name: 'Clavis is locked' }).waitFor();
    release();
    // What comes after it was answered after it.
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByRole('heading', { name: 'Projects' }).waitFor();
    await expect.poll(() => times(script, 'projects.drift')).toBeGreaterThan(1);
    expect(await page.locator('.toast, .note-bad').count()).toBe(0);
  });
});

test('the form of the first key closes, although the view behind it becomes a list before main answers', async () => {
  const script = sampleVault();
  script.keys = [];
  const { page } = await openWindow({ script });
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'Add a key' });
  await dialog.getByRole('tab', { name: 'Generate' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('The first');
  await dialog.getByLabel('Environment variable').fill('THE_FIRST');
  const { promise, resolve } = Promise.withResolvers<void>();
  script.held['keys.addGenerated'] = promise;
  await dialog.getByRole('button', { name: 'Save key' }).click();
  await page.locator('[role="row"]').filter({ hasText: 'The first' }).waitFor();
  resolve();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('row', { name: 'The first' }).waitFor();
});

describe('what is read to be shown', () => {
  test('is the newest, whichever answer comes last, and what is there stays until then', async () => {
    const { script, release } = holding('activity.list');
    const { page } = await openWindow({ script });
    await page.keyboard.press('Control+3');
    await expect.poll(() => times(script, 'activity.list')).toBeGreaterThan(0);
    const before = times(script, 'activity.list');
    delete script.held['activity.list'];
    await page.getByRole('checkbox', { name: 'Only loosened protections' }).check();
    await expect.poll(() => times(script, 'activity.list')).toBeGreaterThan(before);
    const entries = page.getByRole('list').getByRole('listitem');
    await expect.poll(() => entries.count()).toBeGreaterThan(0);
    const loosened = await entries.allInnerTexts();
    release();
    // Answered in turn: the older one was, when a later call is.
    await page.getByRole('button', { name: 'Lock' }).waitFor();
    await page.evaluate(() => Reflect.get(window, 'callMain')('lock.get', {}));
    expect(await entries.allInnerTexts()).toEqual(loosened);

    const again = Promise.withResolvers<void>();
    script.held['activity.list'] = again.promise;
    await page.getByRole('checkbox', { name: 'Only loosened protections' }).uncheck();
    expect(await entries.allInnerTexts()).toEqual(loosened);
    again.resolve();
    await expect.poll(() => entries.count()).toBeGreaterThan(loosened.length);
  });

  test('stays in a dialog that looks again, and so does the button that was pressed', async () => {
    const script = sampleVault();
    script.failures['projects.writeFile'] = failed;
    const { page } = await openWindow({ script });
    await page.keyboard.press('Control+2');
    await page.getByRole('region', { name: 'api/.env' }).getByRole('button', { name: 'Preview' }).click();
    const dialog = page.getByRole('dialog', { name: 'What would change in api/.env' });
    await dialog.locator('button[type="submit"]').click();
    await dialog.getByText(failed.message).waitFor();
    const { promise, resolve } = Promise.withResolvers<void>();
    script.held['projects.preview'] = promise;
    const looks = times(script, 'projects.preview');
    await dialog.getByRole('button', { name: 'Look again' }).click();
    await expect.poll(() => times(script, 'projects.preview')).toBe(looks + 1);
    expect(await dialog.getByRole('row').count()).toBeGreaterThan(0);
    expect(await dialog.getByRole('button', { name: 'Look again' }).isVisible()).toBe(true);
    resolve();
    await dialog.locator('button[type="submit"]').waitFor();
    expect(times(script, 'projects.writeFile')).toBe(1);
  });
});

describe('an error that no view shows is shown in the window:', () => {
  const toSettings = (page: Page): Promise<void> => page.keyboard.press('Control+,');
  const close = async (page: Page): Promise<void> => {
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  };

  test.each<[string, Channel, (page: Page) => Promise<void>]>([
    ['what a repair did can’t be read', 'recovery.report', async () => undefined],
    [
      'a typed value can’t be looked at',
      'keys.recognize',
      async (page) => {
        await page.keyboard.press('Control+n');
        await page.getByRole('tab', { name: 'Paste or type' }).click();
        await page.getByLabel('Value', { exact: true }).fill('a-value-that-somebody-types');
      },
    ],
    [
      'a backup that was opened is not forgotten',
      'backup.forget',
      async (page) => {
        await toSettings(page);
        await page.getByRole('button', { name: 'Restore' }).click();
        await close(page);
      },
    ],
    [
      'an export that was opened is not forgotten',
      'imports.forget',
      async (page) => {
        await toSettings(page);
        await page.getByRole('button', { name: 'From an export' }).click();
        await close(page);
      },
    ],
    ['it can’t be locked', 'lock.lock', (page) => page.keyboard.press('Control+l')],
  ])('%s', async (_, channel, act) => {
    const script = sampleVault();
    script.failures[channel] = failed;
    const { page } = await openWindow({ script });
    await act(page);
    await expect.poll(() => times(script, channel)).toBe(1);
    await messages(page).getByText(failed.message).first().waitFor();
  });

  test('the palette can’t be left', async () => {
    const script = sampleVault();
    script.failures['palette.hide'] = failed;
    const { page } = await openWindow({ script, at: 'palette.html' });
    await page.keyboard.press('Escape');
    await page.getByRole('alert').getByText(failed.message).waitFor();
  });

  test('but what failed after the palette was closed main says itself: its next opening is as new', async () => {
    const { script, release } = holding('palette.copy');
    script.failures['palette.copy'] = failed;
    const { page, tell } = await openWindow({ script, at: 'palette.html' });
    await page.keyboard.press('Enter');
    await expect.poll(() => times(script, 'palette.copy')).toBe(1);
    await tell('palette.shown', {});
    release();
    // What is done next in it is not held up by what was under way.
    await page.keyboard.press('Control+Enter');
    await page.getByRole('listbox', { name: 'Env files' }).waitFor();
    expect(await page.getByRole('alert').getByText(failed.message).count()).toBe(0);
  });

  test('main’s own question can’t be read, until it can', async () => {
    const script = sampleVault();
    script.failures['question.get'] = failed;
    const { page } = await openWindow({ script, at: 'question.html' });
    // The first reading was of the page before it was drawn; it asks again by itself.
    await expect.poll(() => times(script, 'question.get')).toBe(2);
    script.failures['question.get'] = failed;
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.getByRole('alert').getByText(failed.message).waitFor();
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });
});
