import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTakenOverPage, type TakenOverPage, writeByPage } from '../support/taken-over-page.ts';
import { openTestVault, type TestVault } from '../support/test-vault.ts';
import { isInstalled } from './proof.ts';
import { linkFolder, readers, runs, takes } from './value-readers.ts';

/** A page adds a key with a value of its own under the free name of a secret, for a program that runs a part of the line. */

let test: TestVault;
let page: TakenOverPage;
let count = 0;

beforeAll(async () => {
  test = await openTestVault();
  page = openTakenOverPage(test);
});
afterAll(async () => {
  await test.stop();
});
beforeEach(() => {
  test.consent.agrees = false;
  test.consent.asked.length = 0;
  test.consent.writes.length = 0;
});

async function addKey(value: string): Promise<string> {
  count += 1;
  const key = await page.get('keys.add', {
    ...{ name: `Key ${count}`, provider: '', envVar: 'A_SECRET', copyPolicy: 'once', rotateEveryDays: null },
    ...{ note: '', tags: [], value },
  });
  return key.id;
}

const linked = (file: string, text = '') => linkFolder(test, file, text);
const bind = (targetId: string, keyId: string, envVar = 'SESSION_SECRET') =>
  page.get('projects.bind', { targetId, keyId, envVar });

const write = (targetId: string) => writeByPage(page, targetId);

const refused = { ok: false, error: { code: 'NOT_CONFIRMED' } };
const needsReview = { code: 'EXPORT_NEEDS_REVIEW' };

describe('a value of a page’s that is run in part is written only where the person agreed', () => {
  for (const reader of readers) {
    const missing = reader.programs.filter((program) => !isInstalled(program));
    const isMissing = missing.length > 0;
    it.skipIf(isMissing)(`${reader.title}${isMissing ? ` (not tried: no ${missing.join(', ')})` : ''}`, async () => {
      const { root, targetId } = await linked(reader.file, 'PORT=3000\n');
      const keyId = await addKey(reader.value(root));
      await bind(targetId, keyId);

      expect(await write(targetId)).toMatchObject(refused);
      expect(await page.call('projects.writeAll', {})).toMatchObject(refused);
      expect(await page.call('palette.export', { targetId })).toMatchObject({ ok: false, error: needsReview });
      expect(await readFile(path.join(root, reader.file), 'utf8')).toBe('PORT=3000\n');
      expect(await runs(reader, root)).toBe(false);
      // Once by the write of this file, once by the write of everything.
      const { name } =
        test.vault.projects.list().find(({ targets }) => targets.some(({ id }) => id === targetId)) ?? {};
      const asked = test.consent.writes.flatMap(({ files }) => files.filter((file) => file.project === name));
      const line = { envVar: 'SESSION_SECRET', change: 'added', note: null, couldRun: true };
      expect(asked).toMatchObject([{ lines: [line] }, { lines: [line] }]);

      // That the program does run it shows that the attack is one.
      test.consent.agrees = true;
      expect(await write(targetId)).toMatchObject({ ok: true, value: { written: 1 } });
      expect(await runs(reader, root)).toBe(true);
    });
  }
});

describe('a question about a value', () => {
  it('comes with a rotation of a line that Clavis wrote, too, and not while the line stays', async () => {
    const { root, targetId } = await linked('.env');
    const keyId = await addKey('a-token-of-the-pages-own');
    await bind(targetId, keyId);
    await write(targetId);
    const text = await readFile(path.join(root, '.env'), 'utf8');
    await page.get('keys.rotate', { id: keyId, value: 'a-token-of-the-pages own' });
    expect(await write(targetId)).toMatchObject(refused);
    expect(await readFile(path.join(root, '.env'), 'utf8')).toBe(text);
    test.consent.agrees = true;
    expect(await write(targetId)).toMatchObject({ ok: true, value: { written: 1 } });
    test.consent.agrees = false;
    test.consent.writes.length = 0;
    await bind(targetId, await addKey('another-token-of-the-pages-own'), 'OTHER_SECRET');
    expect(await write(targetId)).toMatchObject({ ok: true, value: { written: 1 } });
    expect(test.consent.writes).toEqual([]);
  });

  it('counts for that very value: what another program put in its place meanwhile is not written', async () => {
    const { root, targetId } = await linked('.env');
    const keyId = await addKey('what the person agreed to');
    await bind(targetId, keyId);
    const { askWrite } = test.consent;
    test.consent.agrees = true;
    test.consent.askWrite = async (question) => {
      await test.keyring.store('Clavis Test', `${keyId}/1`, 'x\nPWNED != id #');
      return askWrite(question);
    };
    expect(await write(targetId)).toMatchObject({ ok: false, error: { code: 'PREVIEW_UNKNOWN' } });
    test.consent.askWrite = askWrite;
    expect(await readFile(path.join(root, '.env'), 'utf8')).toBe('');
  });

  it('is not asked where no env file can carry the value', async () => {
    const { targetId } = await linked('.env');
    await bind(targetId, await addKey('a value that has $(both) '));
    expect(await write(targetId)).toMatchObject({ ok: false, error: { code: 'VALUE_UNWRITABLE' } });
    expect(test.consent.writes).toEqual([]);
  });

  it.each([
    ['.env.json', 'a value, with "all" of it; $(touch ran)'],
    ['.env', 'sk-proj-AbCdEf0123456789_-AbCdEf0123456789'],
    ['.env', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0'],
    ['.env.docker', 'postgres://app:p%40ss@db.example:5432/app?sslmode=require'],
    ['.envrc', 'YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXo+/w=='],
  ])('is not asked where nothing of it could run: in %s, %s', async (file, value) => {
    const { targetId } = await linked(file, file.endsWith('json') ? '{}' : '');
    await bind(targetId, await addKey(value));
    expect(await write(targetId)).toMatchObject({ ok: true, value: { written: 1 } });
    expect(test.consent.writes).toEqual([]);
  });
});

describe('every character that is not asked about', () => {
  const value = 'aZ09_.,:/@%+?-=';
  it.each(takes)('is text to $title', async ({ file, read }) => {
    const { root, targetId } = await linked(file);
    await bind(targetId, await addKey(value));
    expect(await write(targetId)).toMatchObject({ ok: true });
    expect(test.consent.writes).toEqual([]);
    // What the dialect quotes, make keeps the quotes of.
    expect(read(root).replaceAll("'", '')).toBe(value);
  });
});
