import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Secret } from '../../electron/vault/secret.ts';
import { openTakenOverPage, type TakenOverPage } from '../support/taken-over-page.ts';
import { openTestVault, type TestVault } from '../support/test-vault.ts';

/** A page that knows how a value is made, as of a PIN, and tries each: no answer may tell it the right one. */

let test: TestVault;
let page: TakenOverPage;
let count = 0;
let victim: string;

const pin = '493817';
const guesses = ['493817', '493818'] as const;
/** As long as a value that can be compared at all. */
const long = (at: number): string => `long-enough-to-be-no-guess-${at}`;

beforeAll(async () => {
  test = await openTestVault();
  page = openTakenOverPage(test);
});
afterAll(() => test.stop());

async function addKey(value: string, name = `Key ${++count}`): Promise<string> {
  const fields = { name, provider: '', envVar: 'A_SECRET', copyPolicy: 'once', note: '' } as const;
  return (await page.get('keys.add', { ...fields, tags: [], rotateEveryDays: null, value })).id;
}

/** A linked folder with these files; its targets by file. */
async function link(files: Record<string, string>): Promise<(file: string) => string> {
  const root = path.join(test.folder, `guess-${++count}`);
  await mkdir(root);
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(root, file), text);
  const { targets } = await test.vault.projects.link(root);
  return (file) => targets.find((target) => target.file === file)?.id ?? '';
}

async function write(targetId: string): Promise<void> {
  test.consent.agrees = true;
  await page.get('projects.writeFile', { targetId });
  test.consent.agrees = false;
}

beforeEach(async () => {
  test.consent.agrees = false;
  // The person's own key, copied once.
  victim = await addKey(pin);
  await page.get('keys.copy', { id: victim });
  test.clock.pass(60 * 60_000);
});

/** What a page is told of a file's lines: what an export would do to them, their drift, what is to be written. */
async function linesTold(targetId: string): Promise<unknown[]> {
  const { changes } = await page.get('projects.preview', { targetId });
  const drift = (await page.get('projects.drift', {})).find((one) => one.targetId === targetId);
  const pending = (await page.get('projects.list', {})).flatMap(({ targets }) =>
    targets.filter(({ id }) => id === targetId).map((one) => one.pending),
  );
  return [changes.map(({ kind, review }) => [kind, review]), drift?.variables, pending];
}

/** What a page hears of each guess, but for ids, names and times: the same for the right one, or it is told. */
const ways: [string, (guess: string) => Promise<unknown>][] = [
  ['what is recognised in a typed value', (guess) => page.get('keys.recognize', { value: guess })],
  [
    'a new key’s copies',
    async (guess) => {
      const id = await addKey(guess);
      return test.vault.keys.get(id).grant;
    },
  ],
  [
    'whether a rotation is refused',
    async (guess) => {
      const told = await page.call('keys.rotate', { id: await addKey(pin), value: guess });
      return told.ok ? told.value.grant : told.error.code;
    },
  ],
  [
    'a write during whose question its key was rotated to the guess',
    async (guess) => {
      const of = await link({ '.env': '' });
      const keyId = await addKey(pin);
      await page.get('projects.bind', { targetId: of('.env'), keyId, envVar: 'A_SECRET' });
      const { askWrite } = test.consent;
      test.consent.agrees = true;
      test.consent.askWrite = async (question) => {
        await page.get('keys.rotate', { id: keyId, value: guess });
        return askWrite(question);
      };
      const told = await page.call('projects.writeFile', { targetId: of('.env') });
      Object.assign(test.consent, { askWrite, agrees: false });
      return told.ok ? told.value.written : told.error.code;
    },
  ],
  [
    'a look at a file that it had written',
    async (guess) => {
      const of = await link({ '.env': '' });
      const keyId = await addKey(guess);
      await page.get('projects.bind', { targetId: of('.env'), keyId, envVar: 'A_SECRET' });
      await write(of('.env'));
      const { variables } = await page.get('projects.scanImport', { targetId: of('.env') });
      return variables.map(({ heldBy, last4 }) => [heldBy === null, last4]);
    },
  ],
  [
    'the preview of its own line, bound to the other key',
    async (guess) => {
      const of = await link({ '.env': '' });
      const [targetId, envVar] = [of('.env'), 'A_SECRET'];
      await page.get('projects.bind', { targetId, keyId: await addKey(guess), envVar });
      await write(targetId);
      await page.get('projects.unbind', { targetId, envVar });
      await page.get('projects.bind', { targetId, keyId: victim, envVar });
      return linesTold(targetId);
    },
  ],
  [
    'the drift of the other key’s line, rotated to the guess',
    async (guess) => {
      const of = await link({ '.env': '' });
      const [targetId, envVar] = [of('.env'), 'A_SECRET'];
      const keyId = await addKey(pin);
      await page.get('projects.bind', { targetId, keyId, envVar });
      await write(targetId);
      await page.get('keys.rotate', { id: keyId, value: guess });
      return linesTold(targetId);
    },
  ],
  [
    'the import of a file with both',
    async (guess) => {
      const of = await link({ '.env': `MINE_SECRET=${guess}\nTHEIR_SECRET=${pin}\n` });
      const { importId } = await page.get('projects.scanImport', { targetId: of('.env') });
      const { kept, bound } = await page.get('projects.takeImport', {
        importId,
        names: ['MINE_SECRET', 'THEIR_SECRET'],
      });
      return [kept, bound];
    },
  ],
  [
    'the activity, after a copy’s time ended over what the page had put on the clipboard',
    async (guess) => {
      const id = await addKey(pin);
      await page.get('keys.copy', { id });
      test.clipboard.held.clipboard = guess;
      await page.get('lease.clear', {});
      const told = await page.get('activity.list', { keyId: id, limit: 20, before: null, only: null });
      return told.map(({ kind }) => kind);
    },
  ],
  [
    'what is imported from the line that a guess was written to, and drifts then',
    async (guess) => {
      const { targetId, envVar } = await writeGuess(guess);
      await rebind(targetId, envVar);
      const { importId } = await page.get('projects.scanImport', { targetId });
      const { kept, bound } = await page.get('projects.takeImport', { importId, names: [envVar] });
      const drift = await page.get('projects.drift', {});
      const variables = drift.find((one) => one.targetId === targetId)?.variables;
      return [kept, bound, variables?.map(({ state }) => state)];
    },
  ],
  [
    'an older look at the file, after the victim was written over the guess',
    async (guess) => {
      const { targetId, envVar } = await writeGuess(guess);
      const { importId } = await page.get('projects.scanImport', { targetId });
      await rebind(targetId, envVar);
      await write(targetId);
      const told = await page.call('projects.takeImport', { importId, names: [] });
      return told.ok ? 'taken' : told.error.code;
    },
  ],
  [
    'what is written over the guess, in whichever way',
    async (guess) => {
      const { targetId, envVar } = await writeGuess(guess);
      await rebind(targetId, envVar);
      const quick = await page.callAsPalette('palette.export', { targetId });
      test.consent.agrees = true;
      const told = await page.call('projects.writeAll', {});
      test.consent.agrees = false;
      const own = told.ok ? told.value.find((one) => one.targetId === targetId) : told.error;
      return [quick.ok ? quick.value.written : quick.error.code, own && 'written' in own ? own.written : own?.code];
    },
  ],
];

/** Writes a key that holds the guess to an empty file. */
async function writeGuess(guess: string): Promise<{ targetId: string; envVar: string }> {
  const targetId = (await link({ '.env': '' }))('.env');
  const envVar = 'A_SECRET';
  await page.get('projects.bind', { targetId, keyId: await addKey(guess), envVar });
  await write(targetId);
  return { targetId, envVar };
}

/** Binds the victim in the guess's place. */
async function rebind(targetId: string, envVar: string): Promise<void> {
  await page.get('projects.unbind', { targetId, envVar });
  await page.get('projects.bind', { targetId, keyId: victim, envVar });
}

describe('a value under 16 characters is not found by trying:', () => {
  it.each(ways)('not by %s', async (_way, attempt) => {
    const [right, wrong] = [await attempt(guesses[0]), await attempt(guesses[1])];
    expect(right).toEqual(wrong);
  });
});

describe('a longer value is compared, but not often', () => {
  it('a thousand times a minute; then the next is refused, with when to go on', async () => {
    test.clock.pass(120_000);
    const id = await addKey(long(0));
    let codes: string[] = [];
    for (let at = 0; at < 1_010; at += 1) {
      const told = await page.call('keys.rotate', { id, value: long(0) });
      codes = [...codes, told.ok ? 'rotated' : told.error.code];
    }
    expect(codes.filter((code) => code === 'VALUE_SAME')).toHaveLength(999);
    expect(codes.at(-1)).toBe('COMPARED_TOO_MUCH');
    test.clock.pass(60_000);
    expect(await page.call('keys.rotate', { id, value: long(0) })).toMatchObject({ error: { code: 'VALUE_SAME' } });
  });

  it('by its line in a file as often as asked, where nothing changed', async () => {
    test.clock.pass(120_000);
    const of = await link({ '.env': `A_SECRET=${long(1)}\n` });
    await page.get('projects.bind', { targetId: of('.env'), keyId: await addKey(long(1)), envVar: 'A_SECRET' });
    for (let at = 0; at < 1_100; at += 1) await page.get('projects.preview', { targetId: of('.env') });
    expect((await page.get('projects.preview', { targetId: of('.env') })).changes).toMatchObject([{ kind: 'kept' }]);
  });

  it('in a file with more lines than that at once, and the next file a while later', async () => {
    test.clock.pass(120_000);
    const lines = Array.from({ length: 1_500 }, (_, at) => `SECRET_${at}=${long(at)}\n`).join('');
    const of = await link({ '.env': lines, '.env.local': `A_SECRET=${long(2)}\n` });
    expect((await page.get('projects.scanImport', { targetId: of('.env') })).variables).toHaveLength(1_500);
    const refused = await page.call('projects.scanImport', { targetId: of('.env.local') });
    expect(refused).toMatchObject({ ok: false, error: { code: 'COMPARED_TOO_MUCH', details: { seconds: 31 } } });
    test.clock.pass(31_000);
    expect((await page.get('projects.scanImport', { targetId: of('.env.local') })).variables).toHaveLength(1);
  });
});

describe('a value that is taken from a file brings no second copy', () => {
  it.each([
    ['in quotes that its reader keeps', '.env.docker', (value: string) => `A_SECRET='${value}'\n`],
    ['with more in its line', '.env', (value: string) => `A_SECRET=https://user:${value}@host\n`],
  ])('%s, of a file that holds one of the vault’s', async (_how, file, content) => {
    test.clock.pass(120_000);
    const value = long(7_000 + count);
    const keyId = await addKey(value);
    await page.get('keys.copy', { id: keyId });
    const of = await link({ [file]: content(value) });
    await page.get('projects.bind', { targetId: of(file), keyId, envVar: 'OTHER_SECRET' });
    await write(of(file));
    const { importId } = await page.get('projects.scanImport', { targetId: of(file) });
    await page.get('projects.takeImport', { importId, names: ['A_SECRET'] });
    const taken = test.vault.keys.page('', 1_000).filter(({ name }) => name.startsWith('A secret'));
    expect(taken.map(({ grant }) => grant)).not.toContain('ready');
    expect(taken.length).toBeGreaterThan(0);
  });

  /** A key that is copied once already, and written to this project’s `.env`. */
  async function writeSpent(value: string, files: Record<string, string>) {
    test.clock.pass(120_000);
    const keyId = await addKey(value);
    await page.get('keys.copy', { id: keyId });
    const of = await link(files);
    const targetId = of('.env');
    await page.get('projects.bind', { targetId, keyId, envVar: 'A_SECRET' });
    await write(targetId);
    const project = test.vault.projects.list().find(({ targets }) => targets.some(({ id }) => id === targetId));
    return { projectId: project?.id ?? '', targetId, root: project?.root ?? '', of };
  }

  /** Imports the variable, and gives the grants of the keys that came of it. */
  async function grantsOfImport(targetId: string): Promise<string[]> {
    const before = new Set(test.vault.keys.page('', 1_000).map(({ id }) => id));
    const { importId } = await page.get('projects.scanImport', { targetId });
    await page.get('projects.takeImport', { importId, names: ['A_SECRET'] });
    return test.vault.keys.page('', 1_000).flatMap(({ id, grant }) => (before.has(id) ? [] : [grant]));
  }

  it('by way of a target that was removed and added again, although its reader reads another value there now', async () => {
    const files = { '.env': '', 'package.json': '{ "devDependencies": { "vite": "8" } }' };
    const { projectId, targetId, root } = await writeSpent(`pa$$word of the person ${count}`, files);
    await page.get('projects.removeTarget', { targetId });
    await writeFile(path.join(root, 'package.json'), '{}');
    const candidates = await page.get('projects.candidates', { projectId });
    const candidateId = candidates.find(({ file }) => file === '.env')?.candidateId ?? '';
    const { targets } = await page.get('projects.addTarget', { projectId, candidateId });
    expect(await grantsOfImport(targets.find(({ file }) => file === '.env')?.id ?? '')).toEqual(['spent']);
  });

  it('by way of a link to the file, which another reader reads', async () => {
    const files = { '.env': '', '.env.docker': '' };
    const { root, of } = await writeSpent(`correct horse battery staple ${count}`, files);
    await rm(path.join(root, '.env.docker'));
    await symlink('.env', path.join(root, '.env.docker'));
    expect(await grantsOfImport(of('.env.docker'))).toEqual(['spent']);
  });
});

describe('the clipboard tells nothing of a short value', () => {
  const fields = {
    provider: '',
    envVar: 'A_SECRET',
    note: '',
    tags: [],
    copyPolicy: 'once',
    rotateEveryDays: null,
  } as const;
  const addPin = () => test.vault.keys.add({ ...fields, name: `Key ${++count}` }, new Secret(pin));

  it.each(['refuse', 'overwrite'] as const)('by a copy that does not stay: %s', async (how) => {
    const answers: unknown[] = [];
    for (const guess of guesses) {
      const { id } = await addPin();
      test.clipboard.held.clipboard = guess;
      test.clipboard.refuse = how === 'refuse';
      if (how === 'overwrite') test.clipboard.overwrittenBy = guess;
      const told = await page.call('keys.copy', { id });
      test.clipboard.refuse = false;
      answers.push([told.ok ? 'copied' : told.error.code, test.vault.keys.get(id).grant]);
    }
    expect(answers[0]).toEqual(answers[1]);
  });

  it('by the watch for what comes back after a clear', async () => {
    const heard: string[][] = [];
    for (const guess of guesses) {
      const { id } = await addPin();
      test.clipboard.held.clipboard = null;
      await page.get('keys.copy', { id });
      await page.get('lease.clear', {});
      page.heard.length = 0;
      for (let look = 0; look < 8; look += 1) {
        test.clipboard.held.clipboard = guess;
        test.clock.pass(1_000);
        await test.vault.reconcile();
      }
      heard.push(page.heard.filter((said) => said.includes('app.failed')));
    }
    expect(heard).toEqual([[], []]);
  });
});
