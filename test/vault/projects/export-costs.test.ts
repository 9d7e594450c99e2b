import { constants } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openGit } from '../../../electron/adapters/git/git.ts';
import type { Ports } from '../../../electron/vault/ports.ts';
import { gitProcesses } from '../../support/git-processes.ts';
import { type GitProject, makeGitProject } from '../../support/git-project.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../../support/test-vault.ts';

/** What an export asks of git, disk, keychain and its own scanner: much of it is slow, and all of it grows with the files. */
const counts = vi.hoisted(() => ({ git: 0, reads: 0, scans: 0, batches: 0, single: 0, asked: 0 }));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const open: typeof real.open = (path, flags, mode) => {
    const isRead = typeof flags === 'number' && (flags & constants.O_WRONLY) === 0;
    if (isRead && String(path).endsWith('/.env')) counts.reads += 1;
    return real.open(path, flags, mode);
  };
  return { ...real, open };
});
vi.mock('../../../electron/envfile/index.ts', async (original) => {
  const real = await original<typeof import('../../../electron/envfile/index.ts')>();
  const parseEnvFile: typeof real.parseEnvFile = (...given) => {
    counts.scans += 1;
    return real.parseEnvFile(...given);
  };
  return { ...real, parseEnvFile };
});

const projects = 20;
const keys = 5;
let test: TestVault;
let repositories: GitProject[];
let keyIds: string[];
/** What happens with each write of a file. */
let atWrite: () => void = () => {};
/** The values that the keychain gave out, as long as somebody has them. */
let handedOut: WeakRef<object>[] = [];

function watch(ports: Ports): Ports {
  const { keychain, files } = ports;
  const git = openGit(files, (command) => {
    counts.git += 1;
    return gitProcesses.run(command);
  });
  return {
    ...ports,
    git: {
      ...git,
      statesOf(places) {
        counts.asked += 1;
        return git.statesOf(places);
      },
    },
    keychain: {
      ...keychain,
      async read(account) {
        counts.single += 1;
        return keychain.read(account);
      },
      async readMany(accounts) {
        counts.batches += 1;
        const values = await keychain.readMany(accounts);
        for (const outcome of values.values())
          if (outcome.ok && outcome.value !== null) handedOut.push(new WeakRef(outcome.value));
        return values;
      },
    },
    files: {
      ...files,
      async write(...given) {
        atWrite();
        await files.write(...given);
      },
    },
  };
}

beforeAll(async () => {
  test = await openTestVault({ wrap: watch });
  test.consent.agrees = true;
  repositories = Array.from({ length: projects }, () =>
    makeGitProject({ ignore: ['.env'], files: { '.env': 'A=1\n' } }),
  );
  keyIds = [];
  for (let at = 0; at < keys; at += 1)
    keyIds.push((await test.vault.keys.add({ ...someFields, name: `Key ${at}` }, someValue(`old-${at}-`))).id);
  for (const [at, id] of keyIds.entries()) await test.vault.rotation.rotate(id, someValue(`new-${at}-`));
  for (const { root } of repositories) {
    const { targets } = await test.vault.projects.link(root);
    for (const [at, keyId] of keyIds.entries())
      test.vault.projects.bind(targets[0]?.id ?? '', keyId, `SERVICE_${at}_API_KEY`);
  }
  await test.vault.writing.all();
  // So many files take their time where much else runs.
}, 240_000);
afterAll(async () => {
  await test.stop();
  for (const repository of repositories) repository.remove();
});
beforeEach(async () => {
  // All of their lines are to be written again.
  for (const id of keyIds) await test.vault.rotation.undo(id);
  handedOut = [];
  Object.assign(counts, { git: 0, reads: 0, scans: 0, batches: 0, single: 0, asked: 0 });
});
afterEach(() => {
  atWrite = () => {};
});

async function exportAll(): Promise<void> {
  const outcomes = await test.vault.writing.all();
  expect(outcomes.filter(({ error, written }) => error === null && written === keys)).toHaveLength(projects);
}

/** What happens while the person looks at what would be written. */
async function whileAsked(work: () => void | Promise<void>): Promise<void> {
  const { askWrite } = test.consent;
  test.consent.askWrite = async (question) => {
    await work();
    return askWrite(question);
  };
  try {
    await exportAll();
  } finally {
    test.consent.askWrite = askWrite;
  }
}

describe('an export of 20 projects', () => {
  it('asks each repository once before the person is asked, and once after', async () => {
    await whileAsked(() => expect(counts.git).toBe(projects));
    expect(counts.git).toBe(2 * projects);
  });

  it('reads each file once for the plan and once to write it, looks at it at the last moment, and reads it back', async () => {
    await whileAsked(() => expect(counts.reads).toBe(projects));
    expect(counts.reads).toBe(projects * (1 + 3));
  });

  it('scans what is there once, and once what it would write, before the person is asked and after', async () => {
    await whileAsked(() => expect(counts.scans).toBe(2 * projects));
    expect(counts.scans).toBe(4 * projects);
  });

  it('reads all values in one batch before the person is asked, and in one after', async () => {
    await whileAsked(() => expect(counts).toMatchObject({ batches: 1, single: 0 }));
    expect(counts).toMatchObject({ batches: 2, single: 0 });
  });

  it('keeps no value while the person looks, and none when it is over', async () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const kept = async (): Promise<number> => {
      // What a promise held goes when its turn is over.
      await turn();
      collect();
      await turn();
      return handedOut.filter((value) => value.deref() !== undefined).length;
    };
    await whileAsked(async () => {
      expect(handedOut).toHaveLength(keys);
      await expect.poll(kept).toBe(0);
    });
    expect(handedOut).toHaveLength(2 * keys);
    await expect.poll(kept).toBe(0);
  });

  it('asks git again before a file is written long after the answer', async () => {
    await whileAsked(() => {
      counts.asked = 0;
      // Each write takes longer than an answer is good for.
      atWrite = () => test.clock.pass(3_000);
    });
    expect(counts.asked).toBeGreaterThan(2);
    expect(counts.git).toBeGreaterThan(2 * projects);
  });
});
