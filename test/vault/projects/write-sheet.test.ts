import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'dotenv';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Secret } from '../../../electron/vault/secret.ts';
import type { WriteLine } from '../../../electron/vault/write-question.ts';
import { makeGitProject } from '../../support/git-project.ts';
import { openTestVault, someFields, someValue, type TestVault, writeAgreed } from '../../support/test-vault.ts';
import { type ChooseLine, everything } from '../../support/write-choices.ts';

let test: TestVault;
let count = 0;

beforeAll(async () => {
  test = await openTestVault();
});
afterAll(() => test.stop());
beforeEach(() => {
  count += 1;
  for (const project of test.vault.projects.list()) test.vault.projects.unlink(project.id);
  test.consent.agrees = true;
  test.consent.chooses = everything;
  test.consent.asked.length = 0;
  test.consent.writes.length = 0;
});

const addKey = async (name: string, value = someValue(`${name}${count}`)): Promise<string> =>
  (await test.vault.keys.add({ ...someFields, name: `${name} ${count}` }, value)).id;

interface File {
  readonly targetId: string;
  text(): Promise<string>;
  write(text: string): Promise<void>;
  bind(envVar: string, keyId: string): void;
}

/** A linked folder with this .env in it; none where its text is null. */
async function linkFile(name: string, text: string | null = null, file = '.env'): Promise<File> {
  const root = path.join(test.folder, `${name}-${count}`);
  await mkdir(root);
  const place = path.join(root, file);
  if (text !== null) await writeFile(place, text);
  return fileOf(place, (await test.vault.projects.link(root)).targets[0]?.id ?? '');
}

function fileOf(place: string, targetId: string): File {
  return {
    targetId,
    text: () => readFile(place, 'utf8'),
    write: (next) => writeFile(place, next),
    bind: (envVar, keyId) => void test.vault.projects.bind(targetId, keyId, envVar),
  };
}

/** A file that Clavis wrote this key to, under A_KEY. */
async function writtenFile(name: string, keyId: string): Promise<File> {
  const file = await linkFile(name);
  file.bind('A_KEY', keyId);
  await writeAgreed(test, file.targetId);
  return file;
}

const shownFiles = () => test.consent.writes.at(-1)?.files ?? [];
const shownLine = (envVar: string): WriteLine | undefined =>
  shownFiles()
    .flatMap(({ lines }) => lines)
    .find((line) => line.envVar === envVar);
const take: ChooseLine = (line, file) => (line.take === null ? everything(line, file) : 'take');
const stateOf = async ({ targetId }: File) =>
  (await test.vault.drift.all()).find((one) => one.targetId === targetId)?.variables[0]?.state;

it('a file that others can read is named in the preview, stays so when it is written, and is closed on demand', async () => {
  const file = await linkFile('open', 'OTHER=1\n');
  const place = path.join(test.folder, `open-${count}`, '.env');
  await chmod(place, 0o644);
  file.bind('A_KEY', await addKey('Open'));
  await writeAgreed(test, file.targetId);
  expect((await stat(place)).mode & 0o777).toBe(0o644);
  expect((await test.vault.exporting.preview(file.targetId)).openToOthers).toBe(true);
  expect((await test.vault.exporting.makePrivate(file.targetId)).openToOthers).toBe(false);
  expect((await stat(place)).mode & 0o777).toBe(0o600);
});

describe('a name that stands twice in a file', () => {
  it('has each of its definitions written, and one that Clavis did not write is asked for', async () => {
    const keyId = await addKey('Twice');
    const value = someValue(`Twice${count}`).reveal();
    const file = await writtenFile('twice', keyId);
    await file.write(`A_KEY=theirs-and-long-enough-1234\n${await file.text()}`);
    expect(await stateOf(file)).toBe('edited');
    await expect(test.vault.exporting.exportWithoutReview(file.targetId)).rejects.toMatchObject({
      code: 'EXPORT_NEEDS_REVIEW',
    });
    await writeAgreed(test, file.targetId);
    expect(shownLine('A_KEY')).toMatchObject({ foreign: true, repeated: true, there: { last4: '1234' }, take: null });
    expect((await file.text()).match(/^A_KEY=.*$/gm)).toEqual([`A_KEY=${value}`, `A_KEY=${value}`]);
    expect(await stateOf(file)).toBe('same');
  });

  it('is not asked for again where Clavis wrote each of its definitions', async () => {
    const keyId = await addKey('Again');
    const file = await writtenFile('again', keyId);
    await file.write(`${await file.text()}${await file.text()}`);
    expect(await stateOf(file)).toBe('same');
    await test.vault.rotation.rotate(keyId, new Secret(`sk-proj-${'c'.repeat(40)}Cd34`));
    expect(await stateOf(file)).toBe('rotated');
    await writeAgreed(test, file.targetId);
    expect(shownLine('A_KEY')).toMatchObject({ foreign: false, repeated: true });
    expect((await file.text()).match(/Cd34$/gm)).toHaveLength(2);
  });

  it('is taken from the file only where all of them hold the same value', async () => {
    const file = await linkFile('taken', 'A_KEY=one-value-of-20-chars\nA_KEY=two-value-of-20-chars\n');
    file.bind('A_KEY', await addKey('Taken'));
    await writeAgreed(test, file.targetId);
    expect(shownLine('A_KEY')?.take).toBeNull();
    await file.write('A_KEY=one-value-of-20-chars\nA_KEY=one-value-of-20-chars\n');
    await writeAgreed(test, file.targetId);
    expect(shownLine('A_KEY')?.take).not.toBeNull();
  });
});

describe('a value that programs of the project read differently', () => {
  const linkProject = async (name: string, files: Readonly<Record<string, string>>): Promise<File> => {
    const root = path.join(test.folder, `${name}-${count}`);
    await mkdir(root);
    for (const [file, text] of Object.entries(files)) await writeFile(path.join(root, file), text);
    return fileOf(path.join(root, '.env'), (await test.vault.projects.link(root)).targets[0]?.id ?? '');
  };

  it('is written for those that expand, and the question names the one that would misread it', async () => {
    const packages = JSON.stringify({ dependencies: { vite: '8', dotenv: '18' } });
    const file = await linkProject('two-readers', { 'package.json': packages });
    file.bind('A_KEY', await addKey('Dollar', new Secret('pa$w0rd-with-a-dollar')));
    file.bind('B_KEY', await addKey('Plain', new Secret('password-without-one')));
    expect(await test.vault.exporting.preview(file.targetId)).toMatchObject({
      expands: true,
      readers: [
        { name: 'Vite', expands: true, foundIn: 'package.json' },
        { name: 'dotenv', expands: false, foundIn: 'package.json' },
      ],
    });
    await writeAgreed(test, file.targetId);
    expect(shownLine('A_KEY')?.misreadBy).toEqual(['dotenv']);
    expect(shownLine('B_KEY')?.misreadBy).toEqual([]);
    expect(await file.text()).toContain('A_KEY="pa\\$w0rd-with-a-dollar"\n');
  });

  it('is not written where one of them would fail at the whole file, and the others are', async () => {
    const file = await linkProject('laravel', { 'composer.json': '{"require":{"laravel/framework":"12"}}' });
    file.bind('A_KEY', await addKey('Json', new Secret('{\n  "private_key": "abcdefgh"\n}')));
    file.bind('B_KEY', await addKey('Pem', new Secret('-----BEGIN KEY-----\nabcdefghijkl\n-----END KEY-----')));
    await writeAgreed(test, file.targetId);
    expect(shownLine('A_KEY')?.blocked?.details['reason']).toEqual({ code: 'READER_FAILS', reader: 'phpdotenv' });
    expect(await file.text()).not.toContain('A_KEY');
    expect(await file.text()).toContain('B_KEY="-----BEGIN KEY-----\nabcdefghijkl\n-----END KEY-----"\n');
  });
});

describe('the question before a write', () => {
  it('shows what a line holds and will hold, masked, and how git sees the file', async () => {
    const keyId = await addKey('Shown', new Secret(`sk-proj-${'a'.repeat(40)}NgwP`));
    const file = await writtenFile('shown', keyId);
    await test.vault.rotation.rotate(keyId, new Secret(`sk-proj-${'b'.repeat(40)}Ab12`));
    file.bind('NEW_KEY', keyId);
    await writeAgreed(test, file.targetId);
    expect(shownFiles()).toMatchObject([{ file: '.env', exists: true, git: 'no-repository', blocked: null }]);
    expect(shownLine('A_KEY')).toMatchObject({ state: 'rotated', there: { last4: 'NgwP' }, last4: 'Ab12', take: null });
    expect(shownLine('NEW_KEY')).toMatchObject({ state: 'new', change: 'added', there: null, last4: 'Ab12' });
  });

  it('shows no character of a value under 16 characters, neither of the file’s nor of the key’s', async () => {
    const file = await linkFile('short', 'A_KEY=by-hand-15-char\n');
    file.bind('A_KEY', await addKey('Short', new Secret('fifteen-chars-x')));
    await writeAgreed(test, file.targetId);
    expect(shownLine('A_KEY')).toMatchObject({ there: { last4: null }, last4: null });
  });

  it('holds no value, and none is in the answers', async () => {
    const file = await linkFile('held', `A_KEY=${someValue('theirs').reveal()}\n`);
    file.bind('A_KEY', await addKey('Held'));
    const outcome = await writeAgreed(test, file.targetId);
    const said = JSON.stringify([test.consent.writes, outcome]);
    for (const value of [someValue('theirs'), someValue(`Held${count}`)]) expect(said).not.toContain(value.reveal());
    expect(said).not.toContain(someValue('theirs').reveal().slice(8, 20));
  });

  it('is not put where there is nothing to write, and the answer says so', async () => {
    const file = await writtenFile('same', await addKey('Same'));
    test.consent.writes.length = 0;
    expect(await test.vault.writing.all()).toMatchObject([{ written: 0, removed: 0, error: null }]);
    expect(await test.vault.writing.file(file.targetId)).toMatchObject({ written: 0 });
    expect(test.consent.writes).toEqual([]);
  });

  it('refused, or over lines that are as they should be, is no use of a key', async () => {
    const keyId = await addKey('Unused');
    const [same, next] = [await writtenFile('same-line', keyId), await linkFile('next-line')];
    const usedAt = test.vault.keys.get(keyId).lastUsedAt;
    const written = () =>
      test.vault.projects
        .list()
        .flatMap(({ targets }) => targets)
        .flatMap(({ bindings }) => bindings);
    const before = written();
    expect(before).toMatchObject([{ envVar: 'A_KEY', exportedAt: usedAt }]);
    test.clock.pass(60_000);
    next.bind('B_KEY', await addKey('Next'));
    test.consent.agrees = false;
    await expect(test.vault.writing.all()).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    expect(test.vault.keys.get(keyId).lastUsedAt).toBe(usedAt);
    test.consent.agrees = true;
    same.bind('C_KEY', await addKey('Second'));
    await writeAgreed(test, same.targetId);
    expect(test.vault.keys.get(keyId).lastUsedAt).toBe(usedAt);
    expect(written()).toContainEqual(before[0]);
  });

  it('comes before a write of Clavis’ own lines, too, and a no to it writes nothing', async () => {
    const file = await linkFile('own');
    file.bind('A_KEY', await addKey('Own'));
    test.consent.agrees = false;
    await expect(test.vault.writing.file(file.targetId)).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    await expect(test.vault.writing.all()).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    await expect(file.text()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('no longer counts once the file is to be written for another reader', async () => {
    const file = await linkFile('reader');
    file.bind('A_KEY', await addKey('Reader'));
    const { askWrite } = test.consent;
    test.consent.askWrite = async (question) => {
      test.consent.askWrite = askWrite;
      await test.vault.targets.set(file.targetId, 'dotenv', true);
      return askWrite(question);
    };
    await expect(test.vault.writing.file(file.targetId)).rejects.toMatchObject({ code: 'PREVIEW_UNKNOWN' });
    await expect(file.text()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is one at a time: whoever asks meanwhile is told that one is open', async () => {
    const file = await linkFile('once');
    file.bind('A_KEY', await addKey('Once'));
    const first = test.vault.writing.all();
    await expect(test.vault.writing.file(file.targetId)).rejects.toMatchObject({ code: 'DIALOG_OPEN' });
    expect(await first).toMatchObject([{ written: 1 }]);
  });
});

describe('a write from a key', () => {
  it('is of that key’s lines alone, in every file that it is bound in', async () => {
    const [keyId, other] = [await addKey('Mine'), await addKey('Other')];
    const files = [await linkFile('one'), await linkFile('two', 'PORT=3000\n'), await linkFile('three')];
    for (const file of files.slice(0, 2)) {
      file.bind('A_KEY', keyId);
      file.bind('B_KEY', other);
    }
    files[2]?.bind('B_KEY', other);
    expect(await test.vault.writing.key(keyId)).toMatchObject([{ written: 1 }, { written: 1 }]);
    expect(shownFiles().map(({ lines }) => lines.map(({ envVar }) => envVar))).toEqual([['A_KEY'], ['A_KEY']]);
    expect(parse(`${await files[1]?.text()}`)).toEqual({ PORT: '3000', A_KEY: someValue(`Mine${count}`).reveal() });
    await expect(files[2]?.text()).rejects.toMatchObject({ code: 'ENOENT' });
    // What it left alone is still to be written.
    expect(await test.vault.writing.key(other)).toMatchObject([{ written: 1 }, { written: 1 }, { written: 1 }]);
  });

  it('writes the files that were chosen, and no other', async () => {
    const keyId = await addKey('Chosen');
    const files = [await linkFile('yes'), await linkFile('no')];
    for (const file of files) file.bind('A_KEY', keyId);
    test.consent.chooses = (line, shown) => (shown.project.startsWith('yes') ? everything(line, shown) : null);
    expect(await test.vault.writing.key(keyId)).toMatchObject([{ project: `yes-${count}`, written: 1 }]);
    await expect(files[1]?.text()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('of a key that is not there says so', async () => {
    await expect(test.vault.writing.key('made-up')).rejects.toMatchObject({ code: 'KEY_UNKNOWN' });
  });
});

describe('a line that is no longer bound', () => {
  it('goes only where it is ticked', async () => {
    const file = await writtenFile('leaving', await addKey('Leaving'));
    file.bind('B_KEY', await addKey('Staying'));
    test.vault.projects.unbind(file.targetId, 'A_KEY');
    test.consent.chooses = (line) => (line.change === 'removed' ? null : 'write');
    expect(await test.vault.writing.file(file.targetId)).toMatchObject({ written: 1, removed: 0 });
    expect(await file.text()).toContain('A_KEY=');
    test.consent.chooses = everything;
    expect(await test.vault.writing.file(file.targetId)).toMatchObject({ written: 0, removed: 1 });
    expect(await file.text()).not.toContain('A_KEY=');
  });
});

describe('what can’t be written stops nothing else', () => {
  it('of a file that git tracks: it is shown with the reason, and the other one is written', async () => {
    const keyId = await addKey('Git');
    const tracked = makeGitProject({ files: { '.env': 'A_KEY=old\n' }, commit: true });
    const targetId = (await test.vault.projects.link(tracked.root)).targets[0]?.id ?? '';
    test.vault.projects.bind(targetId, keyId, 'A_KEY');
    const fine = await linkFile('fine');
    fine.bind('A_KEY', keyId);
    const outcomes = await test.vault.writing.key(keyId);
    const shown = shownFiles().find(({ root }) => root === tracked.root);
    expect(shown).toMatchObject({ git: 'tracked', blocked: { code: 'TARGET_TRACKED' }, lines: [{}] });
    expect(outcomes.find((one) => one.targetId === targetId)).toMatchObject({ error: { code: 'TARGET_TRACKED' } });
    expect(outcomes.find((one) => one.targetId === fine.targetId)).toMatchObject({ written: 1, error: null });
    expect(await readFile(path.join(tracked.root, '.env'), 'utf8')).toBe('A_KEY=old\n');
    tracked.remove();
  });

  it('of a file that is no env file, nor one whose folder is gone', async () => {
    const keyId = await addKey('Odd');
    const odd = await linkFile('odd', '');
    await odd.write('\u0000\u0001');
    const fine = await linkFile('other');
    for (const file of [odd, fine]) file.bind('A_KEY', keyId);
    const outcomes = await test.vault.writing.all();
    expect(shownFiles().map(({ blocked }) => blocked === null)).toEqual([false, true]);
    expect(outcomes.find((one) => one.targetId === odd.targetId)).toMatchObject({
      error: { code: 'TARGET_UNPARSABLE' },
    });
    expect(outcomes.find((one) => one.targetId === fine.targetId)).toMatchObject({ written: 1 });
  });

  it('of a line whose value the keychain lost: the others of its file are written, and the answer names it', async () => {
    const [lost, fine] = [await addKey('Lost'), await addKey('Fine')];
    const file = await linkFile('part');
    file.bind('LOST_KEY', lost);
    file.bind('FINE_KEY', fine);
    await test.ports.keychain.remove(`${lost}/1`);
    const outcome = await test.vault.writing.file(file.targetId);
    expect(shownLine('LOST_KEY')).toMatchObject({ blocked: { code: 'VALUE_MISSING' } });
    expect(shownLine('FINE_KEY')).toMatchObject({ blocked: null });
    expect(outcome).toMatchObject({ written: 1, left: [{ envVar: 'LOST_KEY', error: { code: 'VALUE_MISSING' } }] });
    expect(Object.keys(parse(await file.text()))).toEqual(['FINE_KEY']);
  });

  it('of a file in which no line can be written: the answer names them next to what was written', async () => {
    const [lost, fine] = [await addKey('Gone'), await addKey('There')];
    const files = [await linkFile('empty'), await linkFile('full')];
    files[0]?.bind('GONE_KEY', lost);
    files[1]?.bind('THERE_KEY', fine);
    await test.ports.keychain.remove(`${lost}/1`);
    expect(await test.vault.writing.all()).toMatchObject([
      { project: `full-${count}`, written: 1, left: [] },
      { project: `empty-${count}`, written: 0, left: [{ envVar: 'GONE_KEY', error: { code: 'VALUE_MISSING' } }] },
    ]);
  });

  it('of lines whose values the format can’t carry: each is named with its reason', async () => {
    const file = await linkFile('docker', 'PORT=1\n', '.env.docker');
    file.bind('FINE_KEY', await addKey('Plain'));
    for (const name of ['ONE', 'TWO'])
      file.bind(`${name}_KEY`, await addKey(name, new Secret(`two\nlines-of-${name}-${count}`)));
    const outcome = await test.vault.writing.file(file.targetId);
    expect(outcome).toMatchObject({
      written: 1,
      left: [
        { envVar: 'ONE_KEY', error: { code: 'VALUE_UNWRITABLE' } },
        { envVar: 'TWO_KEY', error: { code: 'VALUE_UNWRITABLE' } },
      ],
    });
    expect(await file.text()).toMatch(/^PORT=1\n(?:#.*\n)?FINE_KEY=.*\n$/);
  });

  it('of a line that only a running shell could tell', async () => {
    const file = await linkFile('shell', 'export A_KEY="$(pass show a)"\n', '.envrc');
    const keyId = await addKey('Shell');
    for (const envVar of ['A_KEY', 'B_KEY']) file.bind(envVar, keyId);
    const outcome = await test.vault.writing.file(file.targetId);
    expect(outcome.written).toBeGreaterThan(0);
    expect(outcome.left.every(({ envVar }) => envVar === 'A_KEY')).toBe(true);
    expect(await file.text()).toContain('B_KEY=');
  });

  it('of everything: nobody is asked, and the answer says why', async () => {
    const file = await linkFile('none');
    const keyId = await addKey('None');
    file.bind('A_KEY', keyId);
    await test.ports.keychain.remove(`${keyId}/1`);
    await expect(test.vault.writing.file(file.targetId)).rejects.toMatchObject({ code: 'VALUE_MISSING' });
    expect(await test.vault.writing.all()).toMatchObject([
      { written: 0, left: [{ error: { code: 'VALUE_MISSING' } }] },
    ]);
    expect(test.consent.writes).toEqual([]);
  });

  it('of a file that changed while the person was asked: the other is written', async () => {
    const keyId = await addKey('Changed');
    const files = [await linkFile('changed', 'PORT=1\n'), await linkFile('kept', 'PORT=1\n')];
    for (const file of files) file.bind('A_KEY', keyId);
    await whileAsked(
      () => files[0]?.write('PORT=2\n') ?? Promise.resolve(),
      async () => {
        const [changed, kept] = await test.vault.writing.key(keyId);
        expect(changed).toMatchObject({ written: 0, error: { code: 'TARGET_CHANGED' } });
        expect(kept).toMatchObject({ written: 1, error: null });
      },
    );
    expect(await files[0]?.text()).toBe('PORT=2\n');
  });

  it('of a key that was rotated while the person was asked: that line alone is left', async () => {
    const [rotated, other] = [await addKey('Rotated'), await addKey('Untouched')];
    const file = await linkFile('rotated');
    file.bind('ROTATED_KEY', rotated);
    file.bind('OTHER_KEY', other);
    await whileAsked(
      () => test.vault.rotation.rotate(rotated, someValue(`next${count}`)),
      async () => {
        expect(await test.vault.writing.file(file.targetId)).toMatchObject({
          written: 1,
          left: [{ envVar: 'ROTATED_KEY', error: { code: 'PREVIEW_UNKNOWN' } }],
        });
      },
    );
    expect(Object.keys(parse(await file.text()))).toEqual(['OTHER_KEY']);
  });
});

/** Does something while the person looks at the question of what `write` asks. */
async function whileAsked(work: () => Promise<unknown>, write: () => Promise<void>): Promise<void> {
  const { askWrite } = test.consent;
  test.consent.askWrite = async (question) => {
    await work();
    return askWrite(question);
  };
  try {
    await write();
  } finally {
    test.consent.askWrite = askWrite;
  }
}

describe('a line that holds no value itself', () => {
  it.each([
    ['reference', 'op://Private/Acme/credential'],
    ['reference', '${OTHER_KEY}'],
    ['ciphertext', `encrypted:${'BAk3x9Qm2LpW7vT4'.repeat(8)}`],
  ])('is shown as a %s before it is written over, and can’t become a key’s value: %s', async (holds, text) => {
    const keyId = await addKey('Replaces');
    const file = await linkFile(`holds-${holds}-${text.length}`, `A_KEY=${text}\n`);
    file.bind('A_KEY', keyId);
    test.consent.agrees = false;
    await expect(test.vault.writing.file(file.targetId)).rejects.toMatchObject({ code: 'NOT_CONFIRMED' });
    expect(shownLine('A_KEY')).toMatchObject({ there: { holds }, foreign: true, take: null });
  });
});

describe('a line that somebody edited', () => {
  const theirs = (): string => someValue(`theirs${count}`).reveal();

  async function edited(name: string): Promise<{ keyId: string; file: File }> {
    const keyId = await addKey(name);
    const file = await writtenFile(name, keyId);
    await file.write(`A_KEY=${theirs()}\n`);
    return { keyId, file };
  }

  it('is overwritten', async () => {
    const { file } = await edited('over');
    expect(await test.vault.writing.file(file.targetId)).toMatchObject({ written: 1 });
    expect(shownLine('A_KEY')).toMatchObject({ state: 'edited', foreign: true, there: { last4: '3f9A' } });
    expect(parse(await file.text())).toEqual({ A_KEY: someValue(`over${count}`).reveal() });
  });

  it('is kept as it is while other lines of the file are written', async () => {
    const { file } = await edited('keep');
    file.bind('B_KEY', await addKey('Another'));
    test.consent.chooses = (line, shown) => (line.envVar === 'A_KEY' ? null : everything(line, shown));
    expect(await test.vault.writing.file(file.targetId)).toMatchObject({ written: 1, left: [] });
    expect(parse(await file.text())).toMatchObject({ A_KEY: theirs() });
    expect(await stateOf(file)).toBe('edited');
  });

  it('gives its key its value: the one before is kept for its grace, no copy comes with it, other files are out of date', async () => {
    const { keyId, file } = await edited('take');
    const other = await linkFile('elsewhere');
    other.bind('A_KEY', keyId);
    await writeAgreed(test, other.targetId);
    const before = test.vault.keys.get(keyId).version;
    const asked = test.consent.asked.length;
    test.consent.chooses = take;
    expect(await test.vault.writing.file(file.targetId)).toMatchObject({ taken: 1, written: 0, left: [], error: null });
    const { version, grant, undoRotationUntil } = test.vault.keys.get(keyId);
    expect(version).toBe(before + 1);
    expect(await test.lookup(`${keyId}/${version}`)).toBe(theirs());
    expect(undoRotationUntil).toBeGreaterThan(test.clock.now());
    expect(grant).toBe('spent');
    // The sheet was the only question.
    expect(test.consent.asked).toHaveLength(asked + 1);
    expect(await file.text()).toBe(`A_KEY=${theirs()}\n`);
    expect([await stateOf(file), await stateOf(other)]).toEqual(['same', 'rotated']);
    const [rotated] = test.vault.activity.latest(1, keyId);
    expect(rotated).toMatchObject({ kind: 'rotated', detail: expect.stringContaining('A_KEY from take-') });
    await test.vault.rotation.undo(keyId);
    expect(await stateOf(file)).toBe('rotated');
  });

  it('gives its key a value that nobody can compare, and the line is Clavis’ own from then on', async () => {
    const { keyId, file } = await edited('short');
    await file.write('A_KEY=short\n');
    test.consent.chooses = take;
    expect(await test.vault.writing.file(file.targetId)).toMatchObject({ taken: 1 });
    expect(await test.lookup(`${keyId}/${test.vault.keys.get(keyId).version}`)).toBe('short');
    expect(await stateOf(file)).toBe('same');
    // Another value comes into the person's line when they agree to that.
    await test.vault.rotation.rotate(keyId, someValue(`later${count}`)).catch(() => {});
    await expect(test.vault.exporting.exportWithoutReview(file.targetId)).rejects.toMatchObject({
      code: 'EXPORT_NEEDS_REVIEW',
    });
  });

  it('is taken from two files where they hold the same value', async () => {
    const { keyId, file } = await edited('both');
    const other = await linkFile('second', `A_KEY=${theirs()}\n`);
    other.bind('A_KEY', keyId);
    test.consent.chooses = take;
    expect(await test.vault.writing.key(keyId)).toMatchObject([{ taken: 1 }, { taken: 1 }]);
    expect(test.vault.keys.get(keyId).version).toBe(2);
    expect([await stateOf(file), await stateOf(other)]).toEqual(['same', 'same']);
  });

  it('is taken first, then the other files are written; a take that fails loses nothing and stops no write', async () => {
    const { keyId, file } = await edited('order');
    const other = await linkFile('written');
    other.bind('B_KEY', await addKey('Next'));
    test.consent.chooses = take;
    const outcomes: unknown[] = [];
    await whileAsked(
      () => file.write('A_KEY=another-value-that-came-meanwhile\n'),
      async () => {
        outcomes.push(...(await test.vault.writing.all()));
      },
    );
    expect(outcomes).toMatchObject([
      { taken: 0, left: [{ envVar: 'A_KEY', error: { code: 'TARGET_CHANGED' } }] },
      { written: 1, left: [] },
    ]);
    expect(test.vault.keys.get(keyId).version).toBe(1);
    expect(await file.text()).toBe('A_KEY=another-value-that-came-meanwhile\n');
  });

  it('says what taking it erases, and erases that without a further question', async () => {
    const { keyId, file } = await edited('erases');
    await test.vault.rotation.rotate(keyId, someValue(`second${count}`));
    test.consent.asked.length = 0;
    test.consent.chooses = take;
    expect(await test.vault.writing.file(file.targetId)).toMatchObject({ taken: 1 });
    expect(shownLine('A_KEY')?.take).toMatchObject({ erases: 'previous' });
    expect(test.consent.asked).toHaveLength(1);
    expect(await test.lookup(`${keyId}/1`)).toBe(null);
    expect(await test.lookup(`${keyId}/2`)).toBe(someValue(`second${count}`).reveal());
  });

  it('can’t be taken where no key could hold it as it is', async () => {
    const { file } = await edited('unfit');
    await file.write('A_KEY=""\n');
    await test.vault.writing.file(file.targetId);
    expect(shownLine('A_KEY')?.take).toBe(null);
  });

  it('gives a key whose value the keychain lost a value again', async () => {
    const { keyId, file } = await edited('found');
    await test.ports.keychain.remove(`${keyId}/1`);
    test.consent.chooses = take;
    expect(await test.vault.writing.file(file.targetId)).toMatchObject({ taken: 1, left: [] });
    expect(shownLine('A_KEY')?.blocked).toMatchObject({ code: 'VALUE_MISSING' });
    expect(test.vault.keys.get(keyId).valueMissing).toBe(false);
  });
});
