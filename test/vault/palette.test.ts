import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestVault, someFields, someValue, type TestVault } from '../support/test-vault.ts';

let box: TestVault;
beforeAll(async () => {
  box = await openTestVault();
});
afterAll(() => box.stop());

test('the palette sees of a key what its row shows, and its env files once each', async () => {
  const { vault, folder } = box;
  const { id } = await vault.keys.add(someFields, someValue());
  expect(vault.palette.list()).toEqual([
    {
      id,
      name: 'OpenAI',
      provider: 'openai',
      envVar: 'OPENAI_API_KEY',
      last4: '3f9A',
      grant: 'ready',
      pinned: false,
      lastUsedAt: null,
    },
  ]);
  expect(vault.palette.targetsOf(id)).toEqual([]);

  const root = path.join(folder, 'shop');
  await mkdir(root);
  await writeFile(path.join(root, '.env'), '');
  const [target] = (await vault.projects.link(root)).targets;
  vault.projects.bind(`${target?.id}`, id, 'OPENAI_API_KEY');
  vault.projects.bind(`${target?.id}`, id, 'OPENAI_KEY');
  expect(vault.palette.targetsOf(id)).toEqual([{ targetId: target?.id, project: 'shop', file: '.env' }]);
  expect(() => vault.palette.targetsOf('nobody')).toThrow(expect.objectContaining({ code: 'KEY_UNKNOWN' }));
});
