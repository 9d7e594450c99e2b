import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OpenStore, openStore } from '../../../electron/adapters/store/store.ts';
import { needsPosix } from '../../support/needs.ts';
import { keyRecord, versionRecord } from '../../support/records.ts';
import { leastStall } from '../../support/stalls.ts';

needsPosix('modes of files');

const dayMs = 24 * 60 * 60 * 1000;
const noon = new Date(2026, 10, 22, 12).getTime();
/** In ms: what nobody at a window or the tray notices. */
const longest = 50;

let folder: string;
let store: OpenStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clavis-copies-'));
  store = openStore(join(folder, 'vault.db'));
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

test('10,000 keys are copied without holding up main for 50 ms, and without losing what is written meanwhile', async () => {
  store.commit(() => {
    for (let count = 0; count < 10_000; count += 1) {
      const key = keyRecord(`key-${count}`, { tags: ['work'] });
      store.keys.insert(key, key.name.toLowerCase());
      store.versions.insert(versionRecord(key.id, 1));
      store.activity.append({ at: 1, kind: 'added', keyId: key.id, subject: key.name, detail: '' });
    }
  });
  let written = 0;
  let day = 0;
  const { ms } = await leastStall(longest, async () => {
    let isOver = false;
    const copying = store.copyDaily(noon + day * dayMs).finally(() => {
      isOver = true;
    });
    day += 1;
    while (!isOver) {
      const subject = `meanwhile ${written}`;
      store.activity.append({ at: 1, kind: 'added', keyId: null, subject, detail: '' });
      written += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await copying;
  });
  expect(ms).toBeLessThan(longest);
  const last =
    readdirSync(folder)
      .filter((name) => name.startsWith('vault.db.daily-'))
      .sort()
      .at(-1) ?? '';
  const copied = new DatabaseSync(join(folder, last), { readOnly: true });
  expect(copied.prepare('SELECT count(*) AS count FROM keys').get()?.['count']).toBe(10_000);
  copied.close();
  expect(store.activity.latest(1)).toMatchObject([{ subject: `meanwhile ${written - 1}` }]);
});
