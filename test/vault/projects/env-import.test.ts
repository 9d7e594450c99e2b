import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestVault, someValue, type TestVault } from '../../support/test-vault.ts';

let test: TestVault;
let count = 0;
let root: string;
const value = (seed: string): string => someValue(seed).reveal();
const seeds = 'bcdefghijklm';
/** A value of its own for each test: the vault knows a value that it has. */
const fresh = (): string => value(seeds.charAt(count));

beforeAll(async () => {
  test = await openTestVault();
});
afterAll(() => test.stop());
beforeEach(async () => {
  count += 1;
  root = path.join(test.folder, `shop-${count}`);
  await mkdir(root);
});

async function linkWith(content: string): Promise<string> {
  await writeFile(path.join(root, '.env'), content);
  return (await test.vault.projects.link(root)).targets[0]?.id ?? '';
}

describe('an import', () => {
  it('proposes what looks like a secret by value or by name, masked, and nothing else', async () => {
    const targetId = await linkWith(
      [
        `OPENAI_API_KEY=${fresh()}`,
        'SESSION_SECRET=correct-horse-battery',
        'PORT=3000',
        'DEBUG=true',
        'API_URL=https://api.example.org',
        'SMTP_PASSWORD=changeme',
        'VITE_PUBLIC_KEY=visible-to-everybody',
        'DATABASE_URL=postgres://app:hunter2@localhost/app',
        'GREETING="hello there"',
      ].join('\n'),
    );
    const { variables } = await test.vault.envImport.scan(targetId);
    expect(variables.filter(({ secret }) => secret).map(({ name }) => name)).toEqual([
      'OPENAI_API_KEY',
      'SESSION_SECRET',
      'DATABASE_URL',
    ]);
    expect(variables[0]).toMatchObject({ label: 'OpenAI project key', last4: '3f9A', heldBy: null, bound: false });
    const crossed = JSON.stringify(variables);
    for (const secret of [fresh(), 'correct-horse-battery', 'hunter2', 'hello there'])
      expect(crossed).not.toContain(secret);
  });

  it('names references, ciphertexts and public values as such, proposes none, and makes no key of the first two', async () => {
    const targetId = await linkWith(
      [
        `OPENAI_API_KEY=${fresh()}`,
        'A_TOKEN=op://Private/Acme/credential',
        `B_SECRET="encrypted:${'BAk3x9Qm2LpW7vT4'.repeat(8)}"`,
        `STRIPE_KEY=pk_live_${'aB3d'.repeat(6)}`,
        `MARRED_API_KEY="${fresh().slice(0, 20)}\u200b${fresh().slice(20)}"`,
      ].join('\n'),
    );
    const { importId, variables } = await test.vault.envImport.scan(targetId);
    expect(variables.map(({ name, kind, secret }) => [name, kind, secret])).toEqual([
      ['OPENAI_API_KEY', 'secret', true],
      ['A_TOKEN', 'reference', false],
      ['B_SECRET', 'ciphertext', false],
      ['STRIPE_KEY', 'public', false],
      ['MARRED_API_KEY', 'marred', false],
    ]);
    for (const { name } of variables.slice(1).filter(({ kind }) => kind !== 'public')) {
      await expect(test.vault.envImport.take(importId, [name])).rejects.toMatchObject({ code: 'BINDING_UNKNOWN' });
    }
    const { project } = await test.vault.envImport.take(importId, ['STRIPE_KEY']);
    const keyId = project.targets[0]?.bindings.find(({ envVar }) => envVar === 'STRIPE_KEY')?.keyId;
    expect(await test.lookup(`${keyId}/1`)).toBe(`pk_live_${'aB3d'.repeat(6)}`);
  });

  it('takes a value without what can’t be seen around it, and shows that the file’s line differs', async () => {
    const config = JSON.stringify({ key: `${fresh()}9`, other: 1 });
    const targetId = await linkWith(`OPENAI_API_KEY="${fresh()}\u200b"\nCONFIG_SECRET='${config}'\n`);
    const { importId } = await test.vault.envImport.scan(targetId);
    const { project } = await test.vault.envImport.take(importId, ['OPENAI_API_KEY', 'CONFIG_SECRET']);
    const [whole, key] = (project.targets[0]?.bindings ?? []).toSorted((a, b) => (a.envVar < b.envVar ? -1 : 1));
    expect(await test.lookup(`${key?.keyId}/1`)).toBe(fresh());
    // Its reader takes the whole.
    expect(await test.lookup(`${whole?.keyId}/1`)).toBe(config);
    const drift = (await test.vault.drift.all()).find((one) => one.targetId === targetId);
    expect(Object.fromEntries((drift?.variables ?? []).map(({ envVar, state }) => [envVar, state]))).toEqual({
      OPENAI_API_KEY: 'rotated',
      CONFIG_SECRET: 'same',
    });
  });

  it('keeps the chosen values, binds them, and leaves the file as it is', async () => {
    const content = `# mine\r\nOPENAI_API_KEY=${fresh()}\r\nSTRIPE_WEBHOOK_SECRET='whsec-of-${count}-and-more'\r\nPORT=1`;
    const targetId = await linkWith(content);
    const { importId } = await test.vault.envImport.scan(targetId);
    const taken = await test.vault.envImport.take(importId, ['OPENAI_API_KEY', 'STRIPE_WEBHOOK_SECRET']);
    expect(taken).toMatchObject({ kept: 2, bound: 2 });
    expect(await readFile(path.join(root, '.env'), 'utf8')).toBe(content);
    const bindings = taken.project.targets[0]?.bindings ?? [];
    expect(bindings.map(({ envVar }) => envVar)).toEqual(['OPENAI_API_KEY', 'STRIPE_WEBHOOK_SECRET']);
    expect(await test.lookup(`${bindings[0]?.keyId}/1`)).toBe(fresh());
    expect(test.vault.keys.get(bindings[1]?.keyId ?? '').name).toBe('Stripe webhook secret');
    const drift = (await test.vault.drift.all()).find((one) => one.targetId === targetId);
    expect(drift?.variables.map(({ state }) => state)).toEqual(['same', 'same']);
    expect(taken.project.targets[0]?.pending).toBe(0);
  });

  it('makes one key of the same value under two names, and of a value that the vault has already', async () => {
    const targetId = await linkWith(`A_KEY=${fresh()}\nB_KEY=${fresh()}\n`);
    const before = test.vault.keys.page('', 1_000).length;
    const { importId } = await test.vault.envImport.scan(targetId);
    expect(await test.vault.envImport.take(importId, ['A_KEY', 'B_KEY'])).toMatchObject({ kept: 1, bound: 2 });
    expect(test.vault.keys.page('', 1_000)).toHaveLength(before + 1);
    const again = await test.vault.envImport.scan(targetId);
    expect(again.variables.map(({ heldBy, bound }) => [heldBy, bound])).toEqual([
      [expect.stringMatching(/OpenAI/), true],
      [expect.stringMatching(/OpenAI/), true],
    ]);
  });

  it('gives new keys the rotation that the settings name, and one copy', async () => {
    await test.vault.settings.set({ rotateEveryDays: 30 });
    const targetId = await linkWith(`A_KEY=${fresh()}\n`);
    const { importId } = await test.vault.envImport.scan(targetId);
    const { project } = await test.vault.envImport.take(importId, ['A_KEY']);
    const key = test.vault.keys.get(project.targets[0]?.bindings[0]?.keyId ?? '');
    expect(key).toMatchObject({ rotateEveryDays: 30, copyPolicy: 'once' });
  });

  it('refuses when the file changed since it was looked at, and names it did not show', async () => {
    const targetId = await linkWith(`A_KEY=${fresh()}\n`);
    const { importId } = await test.vault.envImport.scan(targetId);
    await expect(test.vault.envImport.take(importId, ['PATH'])).rejects.toMatchObject({ code: 'BINDING_UNKNOWN' });
    await writeFile(path.join(root, '.env'), 'A_KEY=other\n');
    await expect(test.vault.envImport.take(importId, ['A_KEY'])).rejects.toMatchObject({ code: 'IMPORT_UNKNOWN' });
    await expect(test.vault.envImport.take('made-up', ['A_KEY'])).rejects.toMatchObject({ code: 'IMPORT_UNKNOWN' });
  });
});

describe('an example file', () => {
  it('gets the names that it lacks, no value, and keeps its own lines', async () => {
    const targetId = await linkWith(`A_KEY=${fresh()}\nPORT=3000\n`);
    await writeFile(path.join(root, '.env.example'), '# copy me\nPORT=8080\n');
    const preview = await test.vault.example.preview(targetId);
    expect(preview).toMatchObject({ file: '.env.example', exists: true, added: ['A_KEY'] });
    expect(await test.vault.example.write(preview.exampleId)).toEqual({ file: '.env.example', added: 1 });
    const written = await readFile(path.join(root, '.env.example'), 'utf8');
    expect(written).toMatch(/^# copy me\nPORT=8080\n# From Clavis\nA_KEY=(?:'')?\n$/);
    expect((await test.vault.example.preview(targetId)).added).toEqual([]);
  });

  it('that changed since the preview is left alone', async () => {
    const targetId = await linkWith(`A_KEY=${fresh()}\n`);
    const { exampleId } = await test.vault.example.preview(targetId);
    await writeFile(path.join(root, '.env.example'), 'MINE=\n');
    await expect(test.vault.example.write(exampleId)).rejects.toMatchObject({ code: 'TARGET_CHANGED' });
    expect(await readFile(path.join(root, '.env.example'), 'utf8')).toBe('MINE=\n');
  });
});
