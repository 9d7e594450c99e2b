import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTakenOverPage, type TakenOverPage } from '../support/taken-over-page.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../support/test-vault.ts';

/** A page that puts names into files by way of the committed example, which is written without a question. */

let test: TestVault;
let page: TakenOverPage;
let root: string;
let count = 0;
beforeAll(async () => {
  test = await openTestVault();
  page = openTakenOverPage(test);
});
afterAll(() => test.stop());
beforeEach(async () => {
  count += 1;
  root = path.join(test.folder, `shop-${count}`);
  await mkdir(root);
});

const read = (file: string): Promise<string> => readFile(path.join(root, file), 'utf8');

/** Links the folder, and binds a key to these names in its `.env`. Returns the target's id. */
async function bindAll(names: readonly string[]): Promise<string> {
  const targetId = (await test.vault.projects.link(root)).targets.find(({ file }) => file === '.env')?.id ?? '';
  const value = someValue(`${count}`).reveal();
  const { id: keyId } = await page.get('keys.add', { ...someFields, name: `Key ${count}`, tags: [], value });
  for (const envVar of names) await page.get('projects.bind', { targetId, keyId, envVar });
  return targetId;
}

describe('an example file', () => {
  const asked = ['REQUIRE_AUTH', 'AWS_ENDPOINT_URL', 'VITE_FLAG', 'LOG_LEVEL'];

  it('gets no name that the person would be asked about, before it is in the file itself', async () => {
    await writeFile(path.join(root, '.env'), 'MINE=1\nFEATURE_FLAGS=all\n');
    const targetId = await bindAll([...asked, 'STRIPE_SECRET_KEY']);
    const example = await page.get('projects.previewExample', { targetId });
    expect(example).toMatchObject({ added: ['MINE', 'FEATURE_FLAGS', 'STRIPE_SECRET_KEY'], later: asked });
    await page.get('projects.writeExample', { exampleId: example.exampleId });
    for (const name of asked) expect(await read('.env.example')).not.toContain(name);
    expect(test.consent.asked).toEqual([]);

    // Agreed to, they are in the file, and belong into its example.
    test.consent.agrees = true;
    await page.get('projects.writeFile', { targetId });
    test.consent.agrees = false;
    expect(await page.get('projects.previewExample', { targetId })).toMatchObject({ added: asked, later: [] });
  });

  it.each([
    ['the env file', '.env'],
    ['another file', 'README.md'],
  ])('that is a link to %s is not written', async (_title, end) => {
    await writeFile(path.join(root, '.env'), 'MINE=1\n');
    await writeFile(path.join(root, 'README.md'), '# Shop\n');
    await symlink(end, path.join(root, '.env.example'));
    const before = await read(end);
    const targetId = await bindAll(['STRIPE_SECRET_KEY']);
    const preview = await page.call('projects.previewExample', { targetId });
    expect(preview).toMatchObject({ ok: false, error: { code: 'EXAMPLE_IS_LINK' } });
    expect(await read(end)).toBe(before);
  });

  it('that an env file leads to is not written', async () => {
    await writeFile(path.join(root, '.env.example'), 'MINE=1\n');
    await symlink('.env.example', path.join(root, '.env'));
    const targetId = await bindAll(['STRIPE_SECRET_KEY']);
    const preview = await page.call('projects.previewExample', { targetId });
    expect(preview).toMatchObject({ ok: false, error: { code: 'EXAMPLE_HOLDS_VALUES' } });
    expect(await read('.env.example')).toBe('MINE=1\n');
  });

  it('that became a link after it was looked at is not written', async () => {
    await writeFile(path.join(root, '.env'), '');
    await writeFile(path.join(root, '.env.example'), '');
    const targetId = await bindAll(['STRIPE_SECRET_KEY']);
    const { exampleId } = await page.get('projects.previewExample', { targetId });
    await writeFile(path.join(root, 'empty'), '');
    await rm(path.join(root, '.env.example'));
    await symlink('empty', path.join(root, '.env.example'));
    expect(await page.call('projects.writeExample', { exampleId })).toMatchObject({ ok: false });
    expect(await read('empty')).toBe('');
  });
});
