import fs, { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type GitProject, makeGitProject } from '../support/git-project.ts';
import { openTakenOverPage, type TakenOverPage, writeByPage } from '../support/taken-over-page.ts';
import { openTestVault, type TestVault } from '../support/test-vault.ts';

/** A value reaches git by a file that Clavis writes: while it is not whole yet, or by a repository that nobody thought of. */

const value = 'sk-live-the-value-that-git-must-not-have';

let test: TestVault;
let page: TakenOverPage;
let project: GitProject;
let count = 0;

beforeAll(async () => {
  test = await openTestVault();
  page = openTakenOverPage(test);
});
afterAll(async () => {
  await test.stop();
});
beforeEach(() => {
  count += 1;
  project = makeGitProject({ name: 'shop', files: { '.env': 'PORT=3000\n' }, ignore: ['.env'], commit: true });
});
afterEach(() => project.remove());

/** Links the folder, binds a key in its `.env`, and returns the target. */
async function bindKey(root = project.root): Promise<string> {
  const linked = await test.vault.projects.link(root);
  const targetId = linked.targets.find(({ file }) => file === '.env')?.id ?? '';
  const key = await page.get('keys.add', {
    ...{ name: `Key ${count}`, provider: '', envVar: 'STRIPE_KEY', copyPolicy: 'once', rotateEveryDays: null },
    ...{ note: '', tags: [], value: `${value}-${count}` },
  });
  await page.get('projects.bind', { targetId, keyId: key.id, envVar: 'STRIPE_KEY' });
  return targetId;
}

const write = (targetId: string) => writeByPage(page, targetId);

/** Whether any object of the repository holds a value, committed or only added. */
function gitHolds(text: string): boolean {
  const listed = project.git(['cat-file', '--batch-all-objects', '--batch-check=%(objecttype) %(objectname)']);
  const blobs = listed.split('\n').filter((line) => line.startsWith('blob '));
  return blobs.some((line) => project.git(['cat-file', 'blob', line.slice('blob '.length)]).includes(text));
}

/** Runs `meanwhile` before and after each step that the process takes in the file system by a promise. */
async function betweenSteps(meanwhile: () => void, work: () => Promise<unknown>): Promise<number> {
  const { promises } = fs;
  const names = ['open', 'mkdir', 'rename', 'unlink', 'rmdir'] as const;
  const before = names.map((name) => promises[name]);
  let steps = 0;
  for (const name of names) {
    const step: unknown = promises[name];
    if (typeof step !== 'function') throw new Error(`there is no ${name}`);
    Reflect.set(promises, name, async (...given: unknown[]) => {
      meanwhile();
      const done: unknown = await Reflect.apply(step, promises, given);
      meanwhile();
      steps += 1;
      return done;
    });
  }
  syncBuiltinESMExports();
  try {
    await work();
  } finally {
    for (const [at, name] of names.entries()) Reflect.set(promises, name, before[at]);
    syncBuiltinESMExports();
  }
  return steps;
}

describe('git add of all there is', () => {
  it('takes no value at any moment of a write', async () => {
    const targetId = await bindKey();
    const seen = new Set<string>();
    const addAll = (): void => {
      for (const name of readdirSync(project.root)) seen.add(name.replace(/-\d+-\d+$/, ''));
      project.git(['add', '--all']);
    };
    const steps = await betweenSteps(addAll, async () => {
      expect(await write(targetId)).toMatchObject({ ok: true, value: { written: 1 } });
    });
    expect(steps).toBeGreaterThan(5);
    // It was there to be taken.
    expect([...seen]).toContain('..env.clavis');
    expect(readFileSync(path.join(project.root, '.env'), 'utf8')).toContain(value);
    expect(gitHolds(value)).toBe(false);
    expect(readdirSync(project.root).sort()).toEqual(['.env', '.git', '.gitignore']);
  });

  it('takes none of what a killed write left', async () => {
    const left = path.join(project.root, '..env.clavis-4194305-1');
    fs.mkdirSync(left);
    writeFileSync(path.join(left, '.gitignore'), '*\n');
    writeFileSync(path.join(left, 'file'), `STRIPE_KEY=${value}\n`);
    project.git(['add', '--all']);
    expect(gitHolds(value)).toBe(false);
    await bindKey();
    await test.vault.reconcile();
    expect(readdirSync(project.root)).not.toContain('..env.clavis-4194305-1');
  });
});

describe('a repository around the project’s own', () => {
  it('that tracks the file is seen, and nothing is written', async () => {
    const outer = makeGitProject({ files: { 'app/.env': 'PORT=1\n' }, commit: true });
    const inner = path.join(outer.root, 'app');
    outer.git(['init', '--quiet', 'app']);
    outer.write('app/.gitignore', '.env\n');
    const targetId = await bindKey(inner);
    expect((await page.get('projects.preview', { targetId })).git.kind).toBe('tracked');
    expect(await write(targetId)).toMatchObject({ ok: false, error: { code: 'TARGET_TRACKED' } });
    expect(readFileSync(path.join(inner, '.env'), 'utf8')).toBe('PORT=1\n');
    outer.remove();
  });

  it('that does not track it has no say', async () => {
    const outer = makeGitProject({ files: { 'a.ts': '' }, commit: true });
    outer.git(['init', '--quiet', 'app']);
    outer.write('app/.gitignore', '.env\n');
    outer.write('app/.env', 'PORT=1\n');
    const targetId = await bindKey(path.join(outer.root, 'app'));
    expect(await write(targetId)).toMatchObject({ ok: true, value: { written: 1 } });
    outer.remove();
  });
});
