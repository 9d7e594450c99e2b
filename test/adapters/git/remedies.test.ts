import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reasonText } from '../../../electron/messages/reason-text.ts';
import { needsPosix } from '../../support/needs.ts';
import { isRoot } from '../../support/superuser.ts';
import { toldError } from '../../support/told-error.ts';
import { files, git, setUpGitTest } from './support.ts';

needsPosix('programs in sh, and owners of folders');

const here = setUpGitTest();

describe('a .gitignore that git can’t read', () => {
  const lines = '# comment\r\nnode_modules\r\n';
  const utf16 = Buffer.from(`\uFEFF${lines}`, 'utf16le');

  test.each([
    ['UTF-16, as PowerShell writes it', utf16],
    ['big-endian UTF-16', Buffer.from(utf16).swap16()],
    ['UTF-16 without its mark', Buffer.from(lines, 'utf16le')],
  ])('in %s is refused, and left as it is', async (_, bytes) => {
    const { root, write } = here().project({ files: { '.env': '' } });
    write('.gitignore', bytes);
    expect(await git.stateOf(root, '.env')).toMatchObject({ kind: 'exposed' });
    expect(await toldError(git.ignore(root, '.env', 'gitignore'))).toMatchObject({
      code: 'IGNORE_FILE_NOT_UTF8',
      message: expect.stringMatching(/^Not added: \.gitignore is in UTF-16.*Save it as UTF-8/),
    });
    expect(readFileSync(join(root, '.gitignore'))).toEqual(bytes);
    write('.git/info/exclude', bytes);
    await expect(git.ignore(root, '.env', 'exclude')).rejects.toMatchObject({ code: 'IGNORE_FILE_NOT_UTF8' });
    expect(readFileSync(join(root, '.git/info/exclude'))).toEqual(bytes);
  });

  test('does not hinder a line in the repository’s own exclude file', async () => {
    const { root, write } = here().project({ files: { '.env': '' } });
    write('.gitignore', utf16);
    await git.ignore(root, '.env', 'exclude');
    expect(await git.stateOf(root, '.env')).toEqual({ kind: 'safe', why: 'ignored' });
  });
});

test.skipIf(!isRoot)(
  'somebody else’s repository is unknown with git’s own remedy, which works (needs root)',
  async () => {
    const { root } = here().project({ name: "Ada's shop", ignore: ['.env'] });
    execFileSync('chown', ['-R', '65534:65534', root]);
    const state = await git.stateOf(root, '.env');
    expect(state).toMatchObject({
      kind: 'unknown',
      said: { code: 'GIT_SAID', words: expect.stringContaining('dubious ownership') },
    });
    const remedy = state.kind === 'unknown' && state.remedy ? reasonText(state.remedy) : '';
    expect(remedy).toMatch(
      /^To add an exception for this directory, call: git config --global --add safe\.directory '/,
    );
    expect(await toldError(git.ignore(root, '.env', 'gitignore'))).toMatchObject({
      code: 'GIT_FAILED',
      message: expect.stringContaining(remedy),
    });
    execFileSync('sh', ['-c', remedy.replace(/^.*call: /, '')], { env: process.env });
    expect(await git.stateOf(root, '.env')).toEqual({ kind: 'safe', why: 'ignored' });
  },
);

describe('the .env of a worktree that is a link', () => {
  test('to the main one’s is refused by the name of where it leads', async () => {
    const main = here().project({ files: { 'a.ts': '' }, commit: true });
    const tree = join(here().folder(), 'tree');
    main.git(['worktree', 'add', '--quiet', tree]);
    writeFileSync(join(main.root, '.env'), 'A=1\n');
    symlinkSync(join(main.root, '.env'), join(tree, '.env'));
    const refused = {
      code: 'TARGET_LEAVES_PROJECT',
      details: { file: '.env', to: join(main.root, '.env') },
      message: expect.stringContaining(
        `leads out of the project, to ${join(main.root, '.env')}. Link the folder of that file`,
      ),
    };
    expect(await toldError(git.stateOf(tree, '.env'))).toMatchObject(refused);
    expect(await toldError(files.read(tree, '.env'))).toMatchObject(refused);
    mkdirSync(join(here().home, 'shop'));
    symlinkSync(join(here().home, 'shop'), join(tree, 'apps'));
    await expect(files.read(tree, 'apps/.env')).rejects.toMatchObject({
      details: { file: 'apps/.env', to: join(here().home, 'shop') },
    });
  });

  test('to nowhere is refused by the name of where it would lead', async () => {
    const root = here().folder();
    symlinkSync('../gone/.env', join(root, '.env'));
    await expect(files.read(root, '.env')).rejects.toMatchObject({
      code: 'TARGET_LEAVES_PROJECT',
      details: { to: '../gone/.env' },
    });
  });
});
