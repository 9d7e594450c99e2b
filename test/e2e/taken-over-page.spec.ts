import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { allChannels, type Channel, eventNames } from '../../electron/ipc/contract.ts';
import { plausibleInput } from '../support/channel-inputs.ts';
import { expect, test } from '../support/e2e.ts';
import { makeGitProject } from '../support/git-project.ts';
import { lockScreen, power, unlock } from '../support/locking.ts';
import { answerQuestions, pickFolder } from '../support/native-ui.ts';
import { closeQuestionWindows } from '../support/question.ts';

const value = `sk-proj-${'Ab3dEf6hIj9kLm2n'.repeat(4)}`;
const inEnvFile = 'sk_test_4eC39HqLyjWDarjtT1zdp7dcXw';
const password = 'correct horse battery staple 7';

const fields = {
  name: 'Shop assistant',
  provider: 'openai',
  envVar: 'OPENAI_API_KEY',
  copyPolicy: 'once',
  rotateEveryDays: null,
  note: '',
  tags: [],
} as const;

/** What a page tries with every channel, fitting or not. */
function junkFor(keyId: string): unknown[] {
  return [
    {},
    { id: keyId },
    { id: `${keyId}/1` },
    { id: '../../etc/passwd' },
    { ...fields, id: keyId, copyPolicy: 'always' },
    { ...fields, name: 'Other', value: 'another-value-of-24-bytes', copyPolicy: 'always' },
    { leaseSeconds: 300 },
    { idleLockMinutes: 0, defaultPolicy: 'always' },
    { keyId, limit: 500 },
    { keyId: null, limit: 500 },
    { targetId: keyId, keyId, envVar: 'PATH' },
    { path: '/etc/passwd' },
    { folder: '/etc', root: '/' },
    null,
    'text',
  ];
}

async function keepTarget(page: Page): Promise<string> {
  return page.evaluate(
    async ([given, text]) => {
      const answer = await window.clavis.keys.add({ ...given, tags: [], value: text });
      return answer.ok ? answer.value.id : '';
    },
    [fields, value] as const,
  );
}

/** From now on the page hears every event that there is; gives all of it as text. */
async function eavesdrop(page: Page): Promise<() => Promise<string>> {
  await page.evaluate((names) => {
    const heard: unknown[] = [];
    Reflect.set(window, '__heard', heard);
    for (const name of names) {
      const [area = '', verb = ''] = name.split('.');
      const subscribe = Reflect.get(
        Reflect.get(window.clavis, area),
        `on${verb.charAt(0).toUpperCase()}${verb.slice(1)}`,
      );
      subscribe((data: unknown) => heard.push([name, data]));
    }
  }, eventNames);
  return () => page.evaluate(() => JSON.stringify(Reflect.get(window, '__heard')));
}

/** Makes each of these calls, one after the other, what locks at the end, and gives all that came back as text. */
function callAll(page: Page, attempts: readonly { channel: Channel; input: unknown }[]): Promise<string> {
  const locks = ({ channel }: { channel: Channel }): number => (channel === 'lock.lock' ? 1 : 0);
  const inOrder = attempts.toSorted((a, b) => locks(a) - locks(b));
  return page.evaluate(async (given) => {
    const back: unknown[] = [];
    for (const { channel, input } of given) {
      const [area = '', verb = ''] = channel.split('.');
      const call: unknown = Reflect.get(Reflect.get(window.clavis, area) ?? {}, verb);
      // What main asks in its own window is in no other page's bridge.
      const answer = typeof call === 'function' ? await Promise.resolve(call(input)).catch(String) : 'no such function';
      back.push([channel, answer]);
    }
    return JSON.stringify(back);
  }, inOrder);
}

const copy = (page: Page, keyId: string) =>
  page.evaluate(async (id) => {
    const answer = await window.clavis.keys.copy({ id });
    return answer.ok ? 'copied' : answer.error.code;
  }, keyId);

/** The person closes every dialog that asks for a place, without a choice. */
async function closePickers(app: ElectronApplication): Promise<void> {
  await pickFolder(app, null);
  await app.evaluate(({ dialog }) => {
    Reflect.set(dialog, 'showSaveDialog', () => Promise.resolve({ canceled: true, filePath: '' }));
  });
}

const loseFocus = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.blur());

test('scripts that took over the page get no value, no second copy and no looser policy out of the bridge', async ({
  start,
  clipboard,
}) => {
  const { app, page } = await start();
  const asked = await answerQuestions(app, false);
  const keyId = await keepTarget(page);
  const env = { '.env': `STRIPE_SECRET_KEY=${inEnvFile}\n` };
  const project = makeGitProject({ name: 'shop', files: env, ignore: ['.env'] });
  await pickFolder(app, project.root);
  const ids = await page.evaluate(async (id) => {
    const linked = await window.clavis.projects.link({});
    if (!linked.ok || linked.value === null) throw new Error('not linked');
    const targetId = linked.value.targets[0]?.id ?? '';
    await window.clavis.projects.bind({ targetId, keyId: id, envVar: 'OPENAI_API_KEY' });
    return { projectId: linked.value.id, targetId };
  }, keyId);
  await closePickers(app);
  await closeQuestionWindows(app);
  const heard = await eavesdrop(page);

  // What a page may do to its own harm would end the attack early.
  const selfHarm: readonly Channel[] = [
    'keys.delete',
    'keys.deleteWithLines',
    'keys.rotate',
    'keys.rotateGenerated',
    'projects.unlink',
    'projects.removeTarget',
  ];
  const channels = allChannels.filter((channel) => !selfHarm.includes(channel));
  const attempts = channels.flatMap((channel) =>
    [plausibleInput(channel, { keyId, ...ids }), ...junkFor(keyId)].map((input) => ({ channel, input })),
  );
  const said = (await callAll(page, attempts)) + (await heard()) + (await page.content());
  const secrets = [value, inEnvFile].flatMap((secret) => [secret, secret.slice(8, 24)]);
  expect([...secrets, 'root:'].filter((text) => said.includes(text))).toEqual([]);

  // It locked itself out: the person comes by.
  await unlock(page);
  const after = await page.evaluate(() => window.clavis.keys.list({ after: '', count: 1_000 }));
  expect(after.ok && after.value.find((key) => key.id === keyId)).toMatchObject({ copyPolicy: 'once', grant: 'spent' });
  expect(after.ok && after.value.filter(({ copyPolicy }) => copyPolicy === 'always')).toEqual([]);
  expect(await page.evaluate(() => window.clavis.settings.get({}))).toMatchObject({
    value: { leaseSeconds: 30, defaultPolicy: 'once' },
  });
  expect((await asked()).length).toBeGreaterThan(0);
  expect(await readFile(path.join(project.root, '.env'), 'utf8')).toBe(env['.env']);
  await clipboard.put('somebody else’s');
  await page.evaluate(() => window.clavis.lease.clear({}));
  expect(await clipboard.text()).toBe('somebody else’s');
  project.remove();
});

test('no detour gives a second copy of a value that may be copied once', async ({ start, clipboard }) => {
  const { app, page } = await start();
  await answerQuestions(app, false);
  const id = await keepTarget(page);
  const first = await page.evaluate(
    (keyId) => Promise.all(Array.from({ length: 20 }, () => window.clavis.keys.copy({ id: keyId }))),
    id,
  );
  expect(first.filter(({ ok }) => ok)).toHaveLength(1);

  // Its own copy, offered to it as somebody's.
  expect(await page.evaluate(() => window.clavis.keys.offer({}))).toEqual({ ok: true, value: null });
  await page.evaluate(() => window.clavis.lease.clear({}));
  await expect.poll(() => clipboard.text()).toBe('');
  expect(await copy(page, id)).toBe('COPY_SPENT');

  await page.evaluate((keyId) => window.clavis.keys.delete({ id: keyId }), id);
  await page.evaluate((keyId) => window.clavis.trash.restore({ id: keyId }), id);
  expect(await copy(page, id)).toBe('COPY_SPENT');

  await page.evaluate((keyId) => window.clavis.keys.rotate({ id: keyId, value: 'a-value-of-the-page-itself' }), id);
  await page.evaluate((keyId) => window.clavis.keys.undoRotation({ id: keyId }), id);
  expect(await copy(page, id)).toBe('COPY_SPENT');

  await page.evaluate(() => window.clavis.lock.lock({}));
  await unlock(page);
  await expect(lockScreen(page)).toHaveCount(0);
  expect(await copy(page, id)).toBe('COPY_SPENT');

  const loose = { ...fields, id, copyPolicy: 'always' } as const;
  await page.evaluate((given) => window.clavis.keys.edit({ ...given, tags: [] }), loose);
  await page.evaluate((keyId) => window.clavis.keys.allowCopy({ id: keyId }), id);
  expect(await copy(page, id)).toBe('COPY_SPENT');
  expect(await clipboard.text()).toBe('');
});

test('a page is no window on the person’s clipboard, nor a hand on it', async ({ start, clipboard }) => {
  const { app, page } = await start();
  const look = (times: number) =>
    page.evaluate(async (count) => {
      const offers = await Promise.all(Array.from({ length: count }, () => window.clavis.keys.offer({})));
      return offers.map((answer) => (answer.ok ? answer.value : answer.error.code));
    }, times);

  await clipboard.put(password);
  expect(new Set(await look(50))).toEqual(new Set([null]));

  await clipboard.put(value);
  await loseFocus(app);
  expect(new Set(await look(50))).toEqual(new Set([null]));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  expect(new Set(await look(50))).toEqual(new Set([null]));

  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.show();
    window?.focus();
  });
  // What looks like a key it may offer, a few times a second, by its last four.
  const offers: Awaited<ReturnType<typeof look>> = [];
  const began = Date.now();
  while (Date.now() - began < 2_000) offers.push(...(await look(20)));
  const ids = offers.map((offer) => (typeof offer === 'object' ? offer?.offers[0]?.offerId : offer));
  const seconds = Math.ceil((Date.now() - began) / 1_000);
  expect(new Set(ids).size).toBeLessThanOrEqual(4 * (seconds + 2));
  expect(offers[0]).toMatchObject({ offers: [{ provider: 'openai', last4: value.slice(-4) }], refused: '' });
  expect(JSON.stringify(offers).includes(value.slice(8, 24))).toBe(false);

  const id = await keepTarget(page);
  expect(await copy(page, id)).toBe('copied');
  await clipboard.put(password);
  await clipboard.put('selected', 'primary');
  await page.evaluate(() => Promise.all([window.clavis.lease.clear({}), window.clavis.lock.lock({})]));
  await expect(lockScreen(page)).toBeVisible();
  expect(await clipboard.text()).toBe(password);
  expect(await clipboard.text('primary')).toBe('selected');
});

test('while it is locked a page gets nothing, and neither opens it in a loop nor copies anything', async ({
  start,
  clipboard,
}) => {
  const { app, page } = await start();
  const asked = await answerQuestions(app, true);
  const keyId = await keepTarget(page);
  expect(await copy(page, keyId)).toBe('copied');
  const heard = await eavesdrop(page);
  await power(app, 'suspend');
  await expect.poll(() => clipboard.text()).toBe('');

  const attempts = allChannels
    .filter((channel) => channel !== 'lock.unlock')
    .flatMap((channel) => [plausibleInput(channel, { keyId }), ...junkFor(keyId)].map((input) => ({ channel, input })));
  const said = (await callAll(page, attempts)) + (await heard());
  const hidden = [value.slice(8, 24), value.slice(-4), fields.name, fields.envVar];
  expect(hidden.filter((text) => said.includes(text))).toEqual([]);
  // Not even a question to the person.
  expect(await asked()).toEqual([]);

  const looped = await page.evaluate(async (id) => {
    const back: unknown[] = [];
    for (let round = 0; round < 20; round += 1) {
      const { lock, keys } = window.clavis;
      back.push(
        ...(await Promise.all([
          lock.unlock({}),
          keys.copy({ id }),
          keys.list({ after: '', count: 1_000 }),
          lock.lock({}),
        ])),
      );
    }
    return JSON.stringify(back);
  }, keyId);
  expect(looped.includes(value.slice(8, 24))).toBe(false);
  expect(looped).not.toContain('"ok":true');
  expect(await asked()).toEqual([]);
  await expect(lockScreen(page)).toBeVisible();
  expect(await clipboard.text()).toBe('');
});
