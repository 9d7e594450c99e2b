import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gatherCommits } from '../../../electron/adapters/store/gathered-commits.ts';
import { type OpenStore, openStore } from '../../../electron/adapters/store/store.ts';

let folder: string;
let store: OpenStore;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'clavis-commits-'));
  store = openStore(path.join(folder, 'vault.db'));
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const add = (file: string) => (): string => {
  store.writtenFiles.add(file);
  return file;
};
const fail = (): never => {
  throw new Error('not this one');
};

/** `commitSoon` over the store's own `commit`, and how many commits reached the disk. */
function counted() {
  const commits = { outer: 0, depth: 0 };
  const commit = <T>(work: () => T): T => {
    commits.outer += commits.depth === 0 ? 1 : 0;
    commits.depth += 1;
    try {
      return store.commit(work);
    } finally {
      commits.depth -= 1;
    }
  };
  return { commits, commitSoon: gatherCommits(commit, () => commits.depth > 0) };
}

describe('works that are to be committed soon', () => {
  it('share one commit, and each has its own result', async () => {
    const { commits, commitSoon } = counted();
    expect(await Promise.all(['/a', '/b', '/c'].map((file) => commitSoon(add(file))))).toEqual(['/a', '/b', '/c']);
    expect(commits.outer).toBe(1);
    expect(['/a', '/b', '/c'].map(store.writtenFiles.has)).toEqual([true, true, true]);
  });

  it('are on the disk when they resolve', async () => {
    await store.commitSoon(add('/a'));
    store.close();
    store = openStore(path.join(folder, 'vault.db'));
    expect(store.writtenFiles.has('/a')).toBe(true);
  });

  it('are done or undone each by itself', async () => {
    const both = () => {
      add('/undone')();
      fail();
    };
    const ended = await Promise.allSettled([
      store.commitSoon(add('/a')),
      store.commitSoon(both),
      store.commitSoon(add('/b')),
    ]);
    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(['/a', '/undone', '/b'].map(store.writtenFiles.has)).toEqual([true, false, true]);
  });

  it('are all told of a commit that does not come about', async () => {
    const soon = [store.commitSoon(add('/a')), store.commitSoon(add('/b'))];
    store.close();
    const ended = await Promise.allSettled(soon);
    expect(ended).toMatchObject([
      { status: 'rejected', reason: { code: 'DATABASE_FAILED' } },
      { status: 'rejected', reason: { code: 'DATABASE_FAILED' } },
    ]);
    store = openStore(path.join(folder, 'vault.db'));
    expect(['/a', '/b'].map(store.writtenFiles.has)).toEqual([false, false]);
  });

  it('are not committed one by one where a full disk ended the commit that they share', async () => {
    let isOpen = true;
    const commit = <T>(work: () => T): T => work();
    const commitSoon = gatherCommits(commit, () => isOpen);
    const ended = await Promise.allSettled([
      commitSoon(add('/a')),
      commitSoon(() => {
        isOpen = false;
        fail();
      }),
      commitSoon(add('/behind')),
    ]);
    expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(store.writtenFiles.has('/behind')).toBe(false);
  });

  it('beyond sixteen wait for nobody', async () => {
    const { commits, commitSoon } = counted();
    await Promise.all(Array.from({ length: 20 }, (_, at) => commitSoon(add(`/${at}`))));
    expect(commits.outer).toBe(2);
  });
});
