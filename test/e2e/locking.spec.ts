import type { ElectronApplication, Page } from '@playwright/test';
import { allChannels, channelsOf } from '../../electron/ipc/contract.ts';
import { plausibleInput } from '../support/channel-inputs.ts';
import { expect, test } from '../support/e2e.ts';
import { makeGitProject } from '../support/git-project.ts';
import { lockByHand, lockScreen, lockTheScreen, power, unlock, unlockSoon } from '../support/locking.ts';
import { agreeWhenCalledOff, answerQuestions, pickFolder, watchTray } from '../support/native-ui.ts';
import { pressEnter } from '../support/press-enter.ts';
import { picture } from '../support/tour.ts';

const names = ['Shop assistant', 'Stripe live'];
const inSight = [...names, 'OPENAI_API_KEY', '3f9A'];

/** Two keys; gives the first one's id. */
async function addKeys(page: Page): Promise<string> {
  const id = await page.evaluate(async (given) => {
    const rest = { provider: 'openai', envVar: 'OPENAI_API_KEY', rotateEveryDays: null, note: '' };
    const ids: string[] = [];
    for (const name of given) {
      const value = `sk-proj-${name.replace(' ', '').repeat(4)}3f9A`;
      const answer = await window.clavis.keys.add({
        ...rest,
        name,
        value,
        copyPolicy: 'once',
        rotateEveryDays: null,
        tags: [],
      });
      if (answer.ok) ids.push(answer.value.id);
    }
    return ids[0] ?? '';
  }, names);
  await expect(page.getByRole('grid', { name: 'Keys' })).toContainText('Stripe live');
  return id;
}

async function expectNothingInSight(page: Page): Promise<void> {
  await expect(lockScreen(page)).toBeVisible();
  const content = `${await page.content()} ${await page.title()}`;
  for (const text of inSight) expect(content).not.toContain(text);
}

test('locked by hand, by key or by click, the window holds no key’s name; Enter brings the list back', async ({
  start,
}) => {
  const { app, page } = await start();
  await addKeys(page);
  await lockByHand(page);
  await expectNothingInSight(page);
  await picture(page, 'locked');
  await expect(page.getByText('it doesn’t check who is there')).toBeVisible();
  await pressEnter(app);
  await expect(page.getByRole('grid', { name: 'Keys' }).getByRole('row')).toHaveCount(2);

  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expectNothingInSight(page);
  await unlock(page);
  await expect(page.getByRole('grid', { name: 'Keys' })).toContainText('Shop assistant');
});

test('a dialog, a message and a typed value are gone with the lock; only the other fields that were typed come back', async ({
  start,
  clipboard,
}) => {
  const { page } = await start();
  const id = await addKeys(page);
  await page.evaluate((keyId) => window.clavis.keys.delete({ id: keyId }), id);
  await clipboard.put(`sk-proj-${'Qx8mLw2Vn5Rt7Yz1'.repeat(4)}Zk81`);
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Half typed');
  await dialog.getByRole('tab', { name: 'Paste or type' }).click();
  await dialog.getByLabel('Value').fill('typed-and-not-saved-4Kq9');
  const field = await dialog.getByLabel('Value').elementHandle();
  await lockByHand(page);
  await expectNothingInSight(page);
  expect(await page.content()).not.toMatch(/Half typed|Zk81|4Kq9/);
  expect(await field?.evaluate((element) => element instanceof HTMLTextAreaElement && element.value)).toBe('');
  await unlock(page);
  await expect(page.getByRole('grid', { name: 'Keys' })).toContainText('Stripe live');
  await expect(dialog.getByLabel('Name')).toHaveValue('Half typed');
  await dialog.getByRole('tab', { name: 'Paste or type' }).click();
  await expect(dialog.getByLabel('Value')).toHaveValue('');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('status', { name: 'Messages' })).toBeEmpty();
});

test('what came of a lock is in step again: keys that changed meanwhile, the lease that ended', async ({ start }) => {
  const { page } = await start();
  const id = await addKeys(page);
  await page.evaluate((keyId) => window.clavis.keys.copy({ id: keyId }), id);
  await expect(page.locator('.lease').first()).toBeVisible();
  await lockByHand(page);
  await unlock(page);
  await expect(page.getByRole('grid', { name: 'Keys' })).toContainText('Shop assistant');
  await expect(page.locator('.lease')).toHaveCount(0);
  expect(await page.evaluate(() => window.clavis.lease.get({}))).toEqual({ ok: true, value: null });
});

test('locked, every channel is refused but the two that see and end the lock', async ({ start }) => {
  const { app, page } = await start();
  const keyId = await addKeys(page);
  const project = makeGitProject({ name: 'shop', files: { '.env': 'PORT=1\n' }, ignore: ['.env'] });
  await pickFolder(app, project.root);
  const ids = await page.evaluate(async () => {
    const linked = await window.clavis.projects.link({});
    if (!linked.ok || linked.value === null) return null;
    return { projectId: linked.value.id, targetId: linked.value.targets[0]?.id ?? '' };
  });
  await lockByHand(page);
  const calls = allChannels
    .filter((channel) => channel !== 'lock.unlock' && !channelsOf.question.includes(channel))
    .map((channel) => ({ channel, input: plausibleInput(channel, { keyId, ...ids }) }));
  const said = await page.evaluate(async (given) => {
    const answers: { channel: string; code: string }[] = [];
    for (const { channel, input } of given) {
      const [area = '', verb = ''] = channel.split('.');
      const answer: { ok: boolean; error?: { code: string } } = await Reflect.get(
        Reflect.get(window.clavis, area),
        verb,
      )(input);
      answers.push({ channel, code: answer.ok ? 'answered' : `${answer.error?.code}` });
    }
    return answers;
  }, calls);
  const expected = calls.map(({ channel }) => {
    if (channel === 'lock.get') return { channel, code: 'answered' };
    return { channel, code: channelsOf.main.includes(channel) ? 'VAULT_LOCKED' : 'NOT_ALLOWED' };
  });
  expect(said).toEqual(expected);
  await expectNothingInSight(page);

  await unlock(page);
  await expect(page.getByRole('grid', { name: 'Keys' }).getByRole('row')).toHaveCount(2);
  expect(await page.evaluate(() => window.clavis.settings.get({}))).toMatchObject({ value: { leaseSeconds: 30 } });
  project.remove();
});

test('the screen’s lock locks, and the window opens only by hand and with a yes, not with the screen', async ({
  start,
  keyring,
}) => {
  const { app, page } = await start();
  await addKeys(page);
  const unlockTheScreen = await lockTheScreen(page, keyring);
  await expectNothingInSight(page);
  await unlockTheScreen();
  for (let round = 0; round < 20; round += 1) {
    expect(await page.evaluate(() => window.clavis.lock.get({}))).toMatchObject({ value: { locked: true } });
  }
  await answerQuestions(app, false);
  await unlock(page);
  await expect(page.getByText('Still locked: you did not confirm it')).toBeVisible();
  await expectNothingInSight(page);
  const asked = await answerQuestions(app, true);
  await unlockSoon(page);
  expect(await asked()).toEqual(['Unlock Clavis?']);
});

test('sleep locks', async ({ start }) => {
  const { app, page } = await start();
  await addKeys(page);
  await power(app, 'suspend');
  await expectNothingInSight(page);
});

test('after the minutes that are set without input it locks, and not before', async ({ start }) => {
  const { app, page } = await start();
  await addKeys(page);
  const idle = await beIdle(app);
  await idle.since(119);
  await page.evaluate(() => window.clavis.settings.set({ idleLockMinutes: 2 }));
  await expect.poll(idle.looks).toBeGreaterThan(1);
  expect(await page.evaluate(() => window.clavis.lock.get({}))).toMatchObject({ value: { locked: false } });
  await idle.since(120);
  await expectNothingInSight(page);
});

/** The computer's time without input, in seconds, and how often the app has asked for it. */
async function beIdle(app: ElectronApplication) {
  await app.evaluate(({ powerMonitor }) => {
    const idle = { seconds: 0, looks: 0 };
    Reflect.set(globalThis, '__idle', idle);
    Reflect.set(powerMonitor, 'getSystemIdleTime', () => {
      idle.looks += 1;
      return idle.seconds;
    });
  });
  return {
    since: (seconds: number) =>
      app.evaluate((_electron, now) => void Reflect.set(Reflect.get(globalThis, '__idle'), 'seconds', now), seconds),
    looks: () => app.evaluate(() => Number(Reflect.get(globalThis, '__idle').looks)),
  };
}

test('the tray offers nothing of the vault while it is locked, and opens the lock screen', async ({ start }) => {
  const { app, page } = await start();
  const tray = await watchTray(app);
  const id = await addKeys(page);
  await page.evaluate((keyId) => window.clavis.keys.pin({ id: keyId, pinned: true }), id);
  await expect.poll(async () => (await tray.labels()).join()).toMatch(/^Copy Shop assistant/);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await power(app, 'suspend');
  await expect.poll(async () => (await tray.labels()).join()).toMatch(/^Open Clavis(,Quit)?$/);
  expect(await tray.toolTip()).not.toMatch(/Shop/);
  await tray.press(/^Open/);
  await expectNothingInSight(page);
});

test('a question that was open is called off, and its answer counts for nothing', async ({ start }) => {
  const { app, page } = await start();
  const id = await addKeys(page);
  await page.evaluate((keyId) => window.clavis.keys.copy({ id: keyId }), id);
  const isAsked = await agreeWhenCalledOff(app);
  const allowed = page.evaluate((keyId) => window.clavis.keys.allowCopy({ id: keyId }), id);
  await expect.poll(isAsked).toBe(true);
  await power(app, 'suspend');
  expect(await allowed).toMatchObject({ ok: false, error: { code: 'VAULT_LOCKED' } });
  await answerQuestions(app, true);
  await unlockSoon(page);
  const copied = await page.evaluate((keyId) => window.clavis.keys.copy({ id: keyId }), id);
  expect(copied).toMatchObject({ ok: false, error: { code: 'COPY_SPENT' } });
});
