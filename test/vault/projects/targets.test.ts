import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestVault, type TestVault } from '../../support/test-vault.ts';

let test: TestVault;
let count = 0;
let root: string;
beforeAll(async () => {
  test = await openTestVault();
});
afterAll(() => test.stop());
beforeEach(async () => {
  count += 1;
  root = path.join(test.folder, `project-${count}`);
  await mkdir(path.join(root, 'apps/web'), { recursive: true });
});

const filesOf = (project: { targets: { file: string }[] }): string[] => project.targets.map(({ file }) => file);

describe('linking a folder', () => {
  it('makes a target of each env file it finds, packages of a monorepo too', async () => {
    await writeFile(path.join(root, '.env'), 'A=1\n');
    await writeFile(path.join(root, 'apps/web/.env.local'), 'B=1\n');
    await writeFile(path.join(root, 'apps/web/package.json'), '{"devDependencies":{"vite":"^8"}}');
    const project = await test.vault.projects.link(root);
    expect(filesOf(project)).toEqual(['.env', 'apps/web/.env.local']);
    expect(project.targets.map(({ expands }) => expands)).toEqual([false, true]);
  });

  it('proposes .env where there is none', async () => {
    expect(filesOf(await test.vault.projects.link(root))).toEqual(['.env']);
  });

  it('twice is refused, also by another way to the same folder', async () => {
    await test.vault.projects.link(root);
    await symlink(root, `${root}-link`);
    await expect(test.vault.projects.link(`${root}-link`)).rejects.toMatchObject({ code: 'FOLDER_LINKED' });
  });
});

describe('adding a target', () => {
  it('takes only an id that was offered, for the project it was offered for', async () => {
    const { id } = await test.vault.projects.link(root);
    await writeFile(path.join(root, 'apps/web/.env'), 'C=1\n');
    const [candidate] = await test.vault.targets.candidates(id);
    expect(candidate).toMatchObject({ file: 'apps/web/.env', dialect: 'dotenv' });
    expect(() => test.vault.targets.add(id, 'apps/web/.env')).toThrow(
      expect.objectContaining({ code: 'CANDIDATE_UNKNOWN' }),
    );
    const other = await test.vault.projects.link(path.join(root, 'apps'));
    const candidateId = candidate?.candidateId ?? '';
    expect(() => test.vault.targets.add(other.id, candidateId)).toThrow(
      expect.objectContaining({ code: 'CANDIDATE_UNKNOWN' }),
    );
    expect(filesOf(test.vault.targets.add(id, candidateId))).toEqual(['.env', 'apps/web/.env']);
    expect(await test.vault.targets.candidates(id)).toEqual([]);
  });

  it('picked by hand must lie inside the project', async () => {
    const { id } = await test.vault.projects.link(root);
    const picked = await test.vault.targets.addPicked(id, path.join(root, 'apps/web/.envrc'));
    expect(picked.targets.find(({ file }) => file === 'apps/web/.envrc')).toMatchObject({ dialect: 'shell' });
    await expect(test.vault.targets.addPicked(id, path.join(test.folder, '.env'))).rejects.toMatchObject({
      code: 'TARGET_LEAVES_PROJECT',
    });
    await expect(test.vault.targets.addPicked(id, path.join(root, '.env'))).rejects.toMatchObject({
      code: 'TARGET_LINKED',
    });
  });

  it('and removing it leaves its file alone', async () => {
    await writeFile(path.join(root, '.env'), 'A=1\n');
    const { targets } = await test.vault.projects.link(root);
    expect(filesOf(test.vault.targets.remove(targets[0]?.id ?? ''))).toEqual([]);
    expect(await readFile(path.join(root, '.env'), 'utf8')).toBe('A=1\n');
  });
});
