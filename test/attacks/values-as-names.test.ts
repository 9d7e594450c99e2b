import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Dialect,
  dialects,
  EnvFileError,
  parseEnvFile,
  setVariables,
  visibleNames,
} from '../../electron/envfile/index.ts';
import { piecesIn, withoutLast4 } from '../support/pieces.ts';
import { openTakenOverPage, type TakenOverPage } from '../support/taken-over-page.ts';
import { openTestVault, type TestVault } from '../support/test-vault.ts';
import { chooseLines, everything } from '../support/write-choices.ts';

/** Characters that no name or file of these tests has: what is found of them comes from a value. */
const alphabet = 'QXZJqxzj7395';
const chunk = (length: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length });
const joined = (parts: fc.Arbitrary<string>, by: string, most = 6) =>
  fc.array(parts, { minLength: 2, maxLength: most }).map((all) => all.join(by));

const base64Lines = joined(chunk(64), '\n').chain((text) => chunk(10).map((last) => `${text}\n${last}==`));
const secrets = fc.oneof(
  base64Lines.map((text) => `-----BEGIN PRIVATE KEY-----\n${text}\n-----END PRIVATE KEY-----`),
  base64Lines,
  base64Lines.map((text) => JSON.stringify({ key: text })),
  joined(chunk(12), '=', 3),
  joined(chunk(8), '\n', 5),
  joined(
    chunk(8).chain((name) => chunk(6).map((value) => `${name}=${value}`)),
    '\n',
    5,
  ),
  joined(
    chunk(8).map((name) => `export ${name}=`),
    '\n',
    4,
  ),
  joined(
    chunk(8).map((name) => `${name}: `),
    '\n',
    4,
  ),
  joined(chunk(9), ' # ', 3),
  joined(
    chunk(9).map((name) => `${name}=x`),
    '\u2028',
    3,
  ),
  joined(
    chunk(9).map((name) => `${name}=1`),
    ' ',
    4,
  ),
  joined(
    chunk(9).map((name) => `${name}=1`),
    ' ; export ',
    3,
  ),
  joined(
    chunk(7).map((name) => `<<E\n${name}=1\nE`),
    '\n',
    3,
  ),
  chunk(14).map((text) => `postgres://${text}:${text}@db/x?y=${text}`),
  joined(chunk(7), "'\n", 3),
  joined(
    chunk(8).map((name) => `${name}=1`),
    "'\n",
    4,
  ),
  joined(chunk(7), '"\n', 3),
  joined(chunk(7), '\\\n', 3),
);
/** Lines and values that a page may have put around it, to change how the file is read. */
const bait = fc.constantFrom(
  "it's",
  'say "',
  '`',
  '$(',
  '#',
  'a\nB=c',
  "x'\n",
  'x"\n',
  '\\',
  '<<E',
  '((',
  '{',
  "'",
  '',
);
const foreign = fc.constantFrom(
  '',
  "# it's a note",
  'PORT=3000',
  'TEXT="open',
  "TEXT='open",
  'export A=1 \\',
  '{',
  '```',
);

/** The file after these variables were written to it; null where the dialect can't hold one of them. */
function written(before: string, values: Record<string, string>, dialect: Dialect): Uint8Array | null {
  try {
    const text = dialect === 'json' ? '{}' : before === '' ? '' : `${before}\n`;
    const changes = Object.entries(values).map(([name, value]) => ({ name, value }));
    return setVariables(parseEnvFile(Buffer.from(text), dialect), changes, { bound: [], expands: false }).bytes;
  } catch (error) {
    if (error instanceof EnvFileError) return null;
    throw error;
  }
}

describe.each(dialects)('a file written as %s', (writeAs) => {
  it.each(dialects)('shows no piece of a value as a name when it is read as %s', (readAs) => {
    let held = 0;
    fc.assert(
      fc.property(secrets, bait, foreign, fc.boolean(), (secret, lure, before, first) => {
        const values = first ? { LURE: lure, SECRET_KEY: secret } : { SECRET_KEY: secret, LURE: lure };
        const bytes = written(before, values, writeAs);
        if (bytes === null) return;
        held += 1;
        const { names, shadowed } = visibleNames(parseEnvFile(bytes, readAs));
        expect(piecesIn([...names, ...shadowed].join(' '), secret)).toEqual([]);
      }),
      { numRuns: 1_500 },
    );
    expect(held).toBeGreaterThan(50);
  });
});

describe('without any attacker', () => {
  it.each<[string, string]>([
    [
      'a PEM in quotes',
      `KEY='-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA7\nQx7Jq9zX==\n-----END RSA PRIVATE KEY-----'\n`,
    ],
    [
      'a PEM without quotes',
      'KEY=-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA7\nQx7Jq9zX==\n-----END RSA PRIVATE KEY-----\n',
    ],
    ['wrapped base64', 'KEY=QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJz\nQx7Jq9zXzJ=\n'],
    ['the end of a base64 text alone', 'Qx7Jq9zXzJ==\n'],
    ['a PEM of short lines', 'KEY=-----BEGIN KEY-----\nqzXjQzxJ=\nZq9zXzJQ=\n-----END KEY-----\n'],
    ['a here-document', 'cat >key <<E\nQzXjQzxJ=1\nE\n'],
    ['a token alone on its line', 'sk_live_Qx7Jq9zXzJQx7Jq9zXzJQx7J\n'],
    ['compact JSON', '{"KEY":"Qx7Jq9zX"}\n'],
  ])('%s gives no name away to any reader', (_what, text) => {
    for (const dialect of dialects) {
      const { names } = visibleNames(parseEnvFile(Buffer.from(text), dialect));
      expect(
        names.filter((name) => name !== 'KEY'),
        dialect,
      ).toEqual([]);
    }
  });

  it('names that people give are shown, and how many are not', () => {
    const text = 'A_KEY=1\nexport B_KEY="two\nlines"\nPORT=3000\nodd-name=1\nHOST=localhost\n';
    expect(visibleNames(parseEnvFile(Buffer.from(text), 'dotenv'))).toEqual({
      names: ['A_KEY', 'B_KEY', 'PORT', 'HOST'],
      shadowed: [],
      hidden: 1,
    });
  });
});

describe('a page with one linked folder, which nobody answers a question of', () => {
  let test: TestVault;
  let page: TakenOverPage;
  const pem = `-----BEGIN RSA PRIVATE KEY-----\n${'Qx7Jq9zXzJQ3'.repeat(5)}\nZ93jXq==\n-----END RSA PRIVATE KEY-----`;
  const token = `sk-proj-${'Qx7Jq9zXzJQ3'.repeat(4)}`;
  const lines = pem.replaceAll(/-----.*-----|\n/g, '');
  const piecesOf = (said: string) =>
    [lines, token.replace('sk-proj-', '')].flatMap((value) => piecesIn(withoutLast4(said), value));

  beforeAll(async () => {
    test = await openTestVault();
    page = openTakenOverPage(test);
    const root = path.join(test.folder, 'shop');
    await mkdir(root);
    for (const name of ['.env', '.env.docker', '.envrc', '.env.json'])
      await writeFile(path.join(root, name), name.endsWith('json') ? '{}' : '');
    await test.vault.projects.link(root);
    for (const [name, value] of [
      ['Deploy key', pem],
      ['OpenAI', token],
    ]) {
      await page.get('keys.add', {
        name: name ?? '',
        provider: '',
        envVar: 'A_KEY',
        copyPolicy: 'once',
        rotateEveryDays: null,
        note: '',
        tags: [],
        value: value ?? '',
      });
    }
  });
  afterAll(async () => {
    await test.stop();
  });

  it('learns no line of a key by writing it in one format and reading it in another', async () => {
    // The person agrees to write a value of several lines, and to nothing else.
    const { askWrite } = test.consent;
    test.consent.askWrite = async (question) => chooseLines(question, everything);
    const [project] = await page.get('projects.list', {});
    const keys = await page.get('keys.list', { after: '', count: 100 });
    for (const { id: targetId, dialect: own } of project?.targets ?? []) {
      for (const { id: keyId } of keys) {
        await page.call('projects.bind', { targetId, keyId, envVar: 'STOLEN_KEY' });
        await page.call('projects.preview', { targetId });
        await page.call('projects.writeFile', { targetId });
        for (const dialect of dialects) {
          await page.call('projects.setTarget', { targetId, dialect, expands: false });
          await page.call('projects.preview', { targetId });
          await page.call('projects.scanImport', { targetId });
          const example = await page.call('projects.previewExample', { targetId });
          if (example.ok) await page.call('projects.writeExample', { exampleId: example.value.exampleId });
        }
        await page.call('projects.setTarget', { targetId, dialect: own, expands: false });
        await page.call('projects.unbind', { targetId, envVar: 'STOLEN_KEY' });
      }
    }
    test.consent.askWrite = askWrite;
    await page.call('activity.list', { keyId: null, limit: 500, before: null, only: null });
    expect(page.heard.flatMap(piecesOf)).toEqual([]);
    for (const file of ['.env.example', '.env.docker.example', '.envrc.example']) {
      const text = await readFile(path.join(test.folder, 'shop', file), 'utf8').catch(() => '');
      expect(piecesOf(text), file).toEqual([]);
    }
  });

  it('cannot choose how a file is read: each other format is asked about, and refused', async () => {
    const before = (await page.get('projects.list', {}))[0]?.targets;
    expect(before?.map(({ file, dialect }) => [file, dialect])).toEqual([
      ['.env', 'dotenv'],
      ['.env.docker', 'docker'],
      ['.env.json', 'json'],
      ['.envrc', 'shell'],
    ]);
    const [dotenv, , , shell] = before ?? [];
    test.consent.asked.length = 0;
    const turned = await page.call('projects.setTarget', {
      targetId: dotenv?.id ?? '',
      dialect: 'docker',
      expands: false,
    });
    expect(turned).toMatchObject({ ok: false, error: { code: 'NOT_CONFIRMED' } });
    const expanded = await page.call('projects.setTarget', {
      targetId: dotenv?.id ?? '',
      dialect: 'dotenv',
      expands: true,
    });
    expect(expanded).toMatchObject({ ok: false, error: { code: 'NOT_CONFIRMED' } });
    expect(test.consent.asked).toHaveLength(2);
    test.consent.agrees = true;
    const forced = await page.call('projects.setTarget', {
      targetId: shell?.id ?? '',
      dialect: 'docker',
      expands: false,
    });
    test.consent.agrees = false;
    expect(forced).toMatchObject({ ok: false, error: { code: 'TARGET_FOR_SHELLS' } });
    expect((await page.get('projects.list', {}))[0]?.targets).toEqual(before);
  });
});
