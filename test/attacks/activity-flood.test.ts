import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ActivityView, type Channel, calls } from '../../electron/ipc/contract.ts';
import { plausibleInput } from '../support/channel-inputs.ts';
import { openTakenOverPage, type TakenOverPage } from '../support/taken-over-page.ts';
import { openTestVault, type TestVault } from '../support/test-vault.ts';

let test: TestVault;
let page: TakenOverPage;
let keyId: string;
let count = 0;

beforeAll(async () => {
  test = await openTestVault();
  page = openTakenOverPage(test);
});
afterAll(async () => {
  await test.stop();
});

const fields = {
  provider: '',
  envVar: 'A_KEY',
  copyPolicy: 'once',
  rotateEveryDays: null,
  note: '',
  tags: [],
} as const;

beforeEach(async () => {
  count += 1;
  test.consent.agrees = false;
  // What was done for another test is no repetition of what is done in this one.
  test.clock.pass(24 * 60 * 60 * 1000);
  const key = await page.get('keys.add', {
    ...fields,
    tags: [],
    name: `Key ${count}`,
    value: `a-value-of-key-${count}`,
  });
  keyId = key.id;
});

const loosened = () => page.get('activity.list', { keyId: null, limit: 500, before: null, only: 'loosened' });
const edit = (name: string, change: { copyPolicy?: 'once' | 'always' } = {}) =>
  page.get('keys.edit', { ...fields, tags: [], id: keyId, name, ...change });

/** The person agrees to one thing. */
async function agreeTo(work: () => Promise<unknown>): Promise<void> {
  test.consent.agrees = true;
  await work();
  test.consent.agrees = false;
}

/** All that there is, asked for as a window does: page by page. */
async function readAll(limit: number): Promise<ActivityView[]> {
  const all: ActivityView[] = [];
  for (;;) {
    const some = await page.get('activity.list', { keyId: null, limit, before: all.at(-1)?.id ?? null, only: null });
    all.push(...some);
    if (some.length < limit) return all;
  }
}

describe('a page does not push a loosened protection out of sight', () => {
  it('by 1,500 edits that all differ', async () => {
    await agreeTo(() => edit(`Key ${count}`, { copyPolicy: 'always' }));
    for (let at = 0; at < 1_500; at += 1) await edit(`Key ${count} ${at}`);
    const wanted = { kind: 'loosened', keyId, detail: 'always' };
    expect((await loosened())[0]).toMatchObject(wanted);
    const all = await readAll(500);
    expect(all.length).toBeGreaterThan(1_500);
    expect(all).toContainEqual(expect.objectContaining(wanted));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('by the same edits again and again: they are counted, not listed', async () => {
    await agreeTo(() => page.get('settings.set', { leaseSeconds: 300 }));
    const before = (await readAll(500)).length;
    for (let at = 0; at < 300; at += 1) await edit(`Key ${count} ${at % 2}`);
    const [newest, second, ...rest] = await readAll(500);
    // The first one, from the name before, is another entry than the repeated ones.
    expect(rest.length + 2 - before).toBe(3);
    expect([newest?.count, second?.count]).toEqual([150, 149]);
    await page.get('settings.set', { leaseSeconds: 30 });
  });

  it('by any call: without the person nothing is added to what loosened a protection', async () => {
    const root = path.join(test.folder, 'project');
    await mkdir(root);
    await writeFile(path.join(root, '.env'), 'API_TOKEN=the-persons-own\n');
    const project = await test.vault.projects.link(root);
    const ids = { keyId, projectId: project.id, targetId: project.targets[0]?.id ?? '' };
    const before = await loosened();
    const channels = Object.keys(calls).filter((name): name is Channel => name in calls);
    for (const channel of channels) {
      // Each channel's input is checked by its own schema within.
      await page.call(channel, plausibleInput(channel, ids) as never);
      await page.call('lock.unlock', {});
    }
    expect(await loosened()).toEqual(before);
  });
});

describe('what loosened a protection is listed apart:', () => {
  const newest = async () => {
    const [entry] = await loosened();
    return entry && [entry.kind, entry.subject, entry.detail];
  };

  it('a key that is copied any number of times', async () => {
    await agreeTo(() => edit(`Key ${count}`, { copyPolicy: 'always' }));
    expect(await newest()).toEqual(['loosened', `Key ${count}`, 'always']);
  });

  it('one more copy', async () => {
    await page.get('keys.copy', { id: keyId });
    await agreeTo(() => page.get('keys.allowCopy', { id: keyId }));
    expect(await newest()).toEqual(['allowed-copy', `Key ${count}`, '']);
  });

  it('a setting', async () => {
    await agreeTo(() => page.get('settings.set', { leaseSeconds: 60 }));
    expect(await newest()).toEqual(['loosened', 'Clipboard lease', '30 s to 60 s']);
    await page.get('settings.set', { leaseSeconds: 30 });
  });

  it('a folder, a file that git may commit, and one with another format', async () => {
    const root = path.join(test.folder, `folder-${count}`);
    await mkdir(root);
    await writeFile(path.join(root, '.env'), '');
    const project = await test.vault.projects.link(root);
    expect(await newest()).toEqual(['linked', `folder-${count}`, root]);
    const targetId = project.targets[0]?.id ?? '';
    await agreeTo(() => page.get('projects.leaveOutsideGit', { targetId }));
    expect(await newest()).toEqual(['loosened', '.env', `folder-${count}/.env is not in git`]);
    await agreeTo(() => page.get('projects.setTarget', { targetId, dialect: 'docker', expands: false }));
    expect(await newest()).toEqual(['loosened', '.env', `folder-${count}/.env is read and written as docker`]);
  });

  it('another keychain', async () => {
    await test.keyring.restart({ data: 'another' });
    await agreeTo(() => page.get('keychain.adopt', {}));
    expect(await newest()).toEqual(['loosened', 'Keychain', 'another one is this vault’s from now on']);
  });
});
