import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Channel, Input } from '../../electron/ipc/contract.ts';
import { leastStall } from '../support/stalls.ts';
import { pageWithKey } from './page-with-key.ts';

/** A page that binds one key again and again, so that everything which shows projects takes ever longer. */

/** In ms: what nobody at a window or the tray notices. */
const longest = 50;

const { test, page, keyId } = await pageWithKey();
let folders = 0;

/** A linked folder with one env file. Returns the target's id. */
async function link(text = ''): Promise<string> {
  folders += 1;
  const root = path.join(test.folder, `bound-${folders}`);
  await mkdir(root);
  await writeFile(path.join(root, '.env'), text);
  return (await test.vault.projects.link(root)).targets[0]?.id ?? '';
}

/** Bindings as `projects.bind` makes them, in one commit: a thousand calls take a while. */
function fill(targetId: string, count: number): void {
  const unwritten = { exported: null, exportedAt: null, exportedFor: null, writing: null, adoptedFor: null };
  const { store } = test.ports;
  store.commit(() => {
    for (let at = 0; at < count; at += 1) {
      store.bindings.put({ targetId, envVar: `A${at}_SECRET`, keyId, ...unwritten });
    }
  });
}

function unlinkAll(): void {
  for (const { id } of test.vault.projects.list()) test.vault.projects.unlink(id);
}

/** The shortest of the longest gaps, in ms, that some tries at the call leave in main. */
async function gapOf<C extends Channel>(channel: C, input: Input<C>): Promise<number> {
  const { ms } = await leastStall(longest, async () => {
    // What one look compares too much is waited for before the next.
    test.clock.pass(60 * 60_000);
    expect(await page.call(channel, input)).toMatchObject({ ok: true });
  });
  return ms;
}

describe('windows and tray never wait for a page that binds one key again and again', () => {
  it('a thousand times in one file that has none of the variables', async () => {
    const targetId = await link();
    fill(targetId, 1_000);
    expect(await gapOf('projects.list', {})).toBeLessThan(longest);
    expect(await gapOf('projects.preview', { targetId })).toBeLessThan(longest);
    expect(await gapOf('projects.drift', {})).toBeLessThan(longest);
    expect(await gapOf('projects.unbind', { targetId, envVar: 'A5_SECRET' })).toBeLessThan(longest);
    unlinkAll();
  });

  it('a thousand times in one file that has all of the variables', async () => {
    const lines = Array.from({ length: 1_000 }, (_, at) => `A${at}_SECRET=a value of sixteen characters, and ${at}\n`);
    const targetId = await link(lines.join(''));
    fill(targetId, 1_000);
    expect(await gapOf('projects.preview', { targetId })).toBeLessThan(longest);
    expect(await gapOf('projects.drift', {})).toBeLessThan(longest);
    unlinkAll();
  });

  it('as often as the vault takes it, in many files', async () => {
    for (let at = 0; at < 10; at += 1) fill(await link(), 1_000);
    expect(await gapOf('projects.list', {})).toBeLessThan(longest);
    expect(await gapOf('projects.drift', {})).toBeLessThan(longest);
    expect(await gapOf('keys.list', { after: '', count: 100 })).toBeLessThan(longest);
    unlinkAll();
  });

  it('by hundreds of its own calls, each as fast as the first', async () => {
    const targetId = await link();
    const timeOf = async (from: number): Promise<number> => {
      const began = process.cpuUsage();
      for (let at = from; at < from + 50; at += 1) {
        await page.get('projects.bind', { targetId, keyId, envVar: `B${at}_SECRET` });
      }
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 50_000;
    };
    const first = await timeOf(0);
    fill(targetId, 900);
    const last = await timeOf(100);
    // Each answer holds all bindings of the project: some ms for a thousand of them, and not a hundred.
    expect(last - first).toBeLessThan(longest);
    unlinkAll();
  });
});
