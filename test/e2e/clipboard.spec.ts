import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { type ClipboardManager, type ManagerHabits, startClipboardManager } from '../support/clipboard-manager.ts';
import { test as base, expect } from '../support/e2e.ts';
import { catchNotices, lockTheScreen, power } from '../support/locking.ts';

const test = base.extend<{ manage: (habits: ManagerHabits) => Promise<ClipboardManager> }>({
  manage: async ({ display }, use) => {
    const running: ClipboardManager[] = [];
    await use(async (habits) => {
      const manager = await startClipboardManager(display, habits);
      running.push(manager);
      return manager;
    });
    for (const manager of running) await manager.stop();
  },
});

const value = 'a-value-that-is-copied-and-must-go';
const other = 'another-value-that-is-copied-after-it';
const fields = { provider: '', envVar: 'KEPT', copyPolicy: 'once', rotateEveryDays: null, note: '' } as const;

/** Keeps a value and copies it, as a click on Copy does. */
async function addAndCopy(page: Page, text = value, name = 'Kept'): Promise<void> {
  const copied = await page.evaluate(
    async (given) => {
      const answer = await window.clavis.keys.add({ ...given, tags: [] });
      return answer.ok && (await window.clavis.keys.copy({ id: answer.value.id })).ok;
    },
    { ...fields, name, value: text },
  );
  expect(copied).toBe(true);
}

const shortLease = (page: Page) => page.evaluate(() => window.clavis.settings.set({ leaseSeconds: 5 }));
const leaseOver = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => window.clavis.lease.get({})), { timeout: 20_000 })
    .toEqual({ ok: true, value: null });

/** The process is gone from one instant to the next, as in a crash or a power cut. */
async function kill(app: ElectronApplication): Promise<void> {
  const ended = once(app.process(), 'exit');
  app.process().kill('SIGKILL');
  await ended;
}

/** The app is killed while a value is on the clipboard, which a clipboard manager serves from then on. */
async function copyAndDie(manager: ClipboardManager, { app, page }: { app: ElectronApplication; page: Page }) {
  await addAndCopy(page);
  await expect.poll(() => manager.kept()).toBe(value);
  await kill(app);
  await expect.poll(() => manager.served()).toBe(1);
}

test('next to the text the hint is offered that tells clipboard managers to skip it, and both go together', async ({
  start,
  clipboard,
}) => {
  const { page } = await start();
  await addAndCopy(page);
  await expect.poll(() => clipboard.text()).toBe(value);
  expect(await clipboard.targets()).toContain('x-kde-passwordManagerHint');
  expect(await clipboard.target('x-kde-passwordManagerHint')).toBe('secret');
  await page.evaluate(() => window.clavis.lease.clear({}));
  expect(await clipboard.targets()).toEqual([]);
});

test('at the end of a lease the value leaves CLIPBOARD and PRIMARY', async ({ start, clipboard }) => {
  const { page } = await start();
  await shortLease(page);
  await addAndCopy(page);
  await clipboard.put(value, 'primary');
  await expect.poll(() => clipboard.text()).toBe(value);
  await leaseOver(page);
  expect(await clipboard.text()).toBe('');
  expect(await clipboard.text('primary')).toBe('');
});

for (const [mine, ours] of [
  ['clipboard', 'primary'],
  ['primary', 'clipboard'],
] as const) {
  test(`what the person put into ${mine} meanwhile stays, while ours leaves ${ours}`, async ({ start, clipboard }) => {
    const { page } = await start();
    await addAndCopy(page);
    await expect.poll(() => clipboard.text()).toBe(value);
    await clipboard.put(value, 'primary');
    await clipboard.put('mine, newer', mine);
    await page.evaluate(() => window.clavis.lease.clear({}));
    expect(await clipboard.text(mine)).toBe('mine, newer');
    expect(await clipboard.text(ours)).toBe('');
  });
}

test('a second copy replaces the first one’s lease, and its own end clears it', async ({ start, clipboard }) => {
  const { page } = await start();
  await shortLease(page);
  await addAndCopy(page);
  await addAndCopy(page, other, 'Second');
  await expect.poll(() => clipboard.text()).toBe(other);
  const lease = await page.evaluate(() => window.clavis.lease.get({}));
  const list = await page.evaluate(() => window.clavis.keys.list({ after: '', count: 1_000 }));
  const second = list.ok ? list.value.find(({ name }) => name === 'Second')?.id : undefined;
  expect(lease).toMatchObject({ ok: true, value: { keyId: second } });
  await leaseOver(page);
  expect(await clipboard.text()).toBe('');
});

test('quitting waits for the clear, and leaves what the person copied', async ({ start, clipboard }) => {
  const { app, page } = await start();
  await addAndCopy(page);
  await expect.poll(() => clipboard.text()).toBe(value);
  await clipboard.put('mine, newer', 'primary');
  await app.close();
  expect(await clipboard.text()).toBe('');
  expect(await clipboard.text('primary')).toBe('mine, newer');
});

test.describe('killed during a lease, with a clipboard manager that keeps the text', () => {
  test('the next start clears it', async ({ start, clipboard, manage }) => {
    await copyAndDie(await manage({ onto: 'death' }), await start());
    expect(await clipboard.text()).toBe(value);
    await start();
    await expect.poll(() => clipboard.text()).toBe('');
  });

  test('the next start leaves what the person copied since', async ({ start, clipboard, manage }) => {
    await copyAndDie(await manage({ onto: 'death' }), await start());
    await clipboard.put('mine, newer');
    const { page: again } = await start();
    await leaseOver(again);
    expect(await clipboard.text()).toBe('mine, newer');
  });
});

test('a clipboard manager that puts the value back again and again is named in the window', async ({
  start,
  manage,
}) => {
  const manager = await manage({ onto: 'emptiness' });
  const { page } = await start();
  await addAndCopy(page);
  await expect.poll(() => manager.kept()).toBe(value);
  await page.evaluate(() => window.clavis.lease.clear({}));
  const said = page.getByRole('status', { name: 'Messages' });
  await expect(said).toContainText('A clipboard manager put “Kept” back after Clavis cleared it');
  await expect(said).toContainText('CLIPBOARD_KEPT');
  expect(manager.served()).toBeGreaterThanOrEqual(2);
});

test('sleep clears the clipboard, and a notification says it without a name', async ({ start, clipboard }) => {
  const { app, page } = await start();
  const notices = await catchNotices(app);
  await addAndCopy(page);
  await expect.poll(() => clipboard.text()).toBe(value);
  await power(app, 'suspend');
  await expect.poll(() => clipboard.text()).toBe('');
  await expect.poll(notices).toHaveLength(1);
  expect((await notices()).join()).toMatch(/^Clipboard cleared: /);
  expect((await notices()).join()).not.toMatch(/Kept/);
});

test('the screen’s lock clears the clipboard, and leaves what the person copied', async ({
  start,
  clipboard,
  keyring,
}) => {
  const { app, page } = await start();
  const notices = await catchNotices(app);
  await addAndCopy(page);
  await clipboard.put(value, 'primary');
  await clipboard.put('mine, newer');
  await lockTheScreen(page, keyring);
  await expect.poll(() => clipboard.text('primary')).toBe('');
  expect(await clipboard.text()).toBe('mine, newer');
  await expect.poll(notices).toHaveLength(1);
});

test('a lock that finds nothing of ours on the clipboard says nothing', async ({ start, clipboard, keyring }) => {
  const { app, page } = await start();
  const notices = await catchNotices(app);
  await clipboard.put('mine, newer');
  await lockTheScreen(page, keyring);
  expect(await notices()).toEqual([]);
  expect(await clipboard.text()).toBe('mine, newer');
});

test('the end of the session is held up while a value is on the clipboard, and only until it is off', async ({
  start,
  clipboard,
}) => {
  const { app, page } = await start();
  await addAndCopy(page);
  await expect.poll(() => clipboard.text()).toBe(value);
  const ended = once(app.process(), 'exit');
  expect(await power(app, 'shutdown')).toBe(true);
  await ended;
  expect(await clipboard.text()).toBe('');
});

test('with nothing to clear the end of the session is held up by nothing, nor is the quit that comes with it', async ({
  start,
  home,
}) => {
  const { app, page } = await start();
  // A quit during a call to the keychain, as the start makes them, waits for no listener.
  await page.evaluate(() => window.clavis.keychain.tryAgain({}));
  expect(await power(app, 'shutdown')).toBe(false);
  const ended = once(app.process(), 'exit');
  const note = path.join(home.folder, 'held-up');
  await app.evaluate(({ app: electronApp }, file) => {
    electronApp.once('before-quit', (event) => {
      process.getBuiltinModule('node:fs').writeFileSync(file, `${event.defaultPrevented}`);
    });
    // After this call's own answer.
    setTimeout(() => electronApp.quit(), 50);
  }, note);
  await ended;
  expect(await readFile(note, 'utf8')).toBe('false');
});
