import { expect, test } from 'vitest';
import type { PreviewView } from '../../renderer/vault-client.ts';
import { sampleVault } from './sample-vault.ts';
import { withHarness } from './with-harness.ts';

const openWindow = withHarness();

/** The preview of a file with this answer of git, as it reads. */
async function shown(change: Partial<PreviewView>, picture?: string): Promise<string> {
  const script = sampleVault();
  if (script.preview === null) throw new Error('the sample has a preview');
  script.preview = { ...script.preview, ...change };
  const { page } = await openWindow({ script });
  await page.keyboard.press('Control+2');
  const card = page.getByRole('region', { name: 'api/.env', exact: true });
  await card.getByRole('button', { name: 'Preview' }).click();
  const dialog = page.getByRole('dialog', { name: 'What would change in api/.env' });
  await dialog
    .getByText(/Can't be written|in git|Exposed|ignores/)
    .first()
    .waitFor();
  if (picture !== undefined) await page.screenshot({ path: picture });
  const text = (await dialog.innerText()).replaceAll(/\s+/g, ' ');
  expect(await dialog.getByRole('button', { name: /^Write/ }).count()).toBe(change.git?.kind === 'safe' ? 1 : 0);
  return text;
}

test('a tracked file that is committed on purpose is answered with the local file first, then with git', async () => {
  const command = 'git rm --cached -- api/.env';
  const text = await shown({ git: { kind: 'tracked', command, instead: 'api/.env.local' } });
  expect(text).toContain(
    `Can't be written: api/.env is tracked by git, as such a project has it for its defaults. Write to api/.env.local instead, which is read over it: add that file to this project. Or: Run ${command}, commit, then preview again.`,
  );
});

test('a file that a repository elsewhere tracks is said to be tracked there, without a command for the one here', async () => {
  const text = await shown({ git: { kind: 'tracked', command: null, by: '/home/ada/.cfg' } });
  expect(text).toContain('is tracked by /home/ada/.cfg. Take it out of git, commit, then preview again.');
});

test('a folder of another system says which, and what to do; only then that it is not in git', async () => {
  const said = '/home/mia/shop is a working copy of Mercurial, which Clavis does not ask';
  const remedy = 'Let .hgignore name the file, and look with hg status. Then say that it is not in git';
  const text = await shown({ git: { kind: 'unknown', system: 'Mercurial', said, remedy } });
  expect(text).toContain(`it can't be told whether api/.env would be committed: ${said}. ${remedy}. Not in git…`);
});

test('git’s own remedy stands behind what it said', async () => {
  const said = "fatal: detected dubious ownership in repository at '/home/mia/shop'";
  const remedy =
    'To add an exception for this directory, call: git config --global --add safe.directory /home/mia/shop';
  expect(await shown({ git: { kind: 'unknown', said, remedy } })).toContain(`It said: ${said}. ${remedy}`);
});

test('in the tree of a repository elsewhere it is promised for now alone, and a link says where it leads', async () => {
  const git = { kind: 'safe', why: 'only-if-added', by: '/home/ada/.local/share/yadm/repo.git' } as const;
  const text = await shown({ git, leadsTo: 'shared/.env' });
  expect(text).toContain(
    'Not in git now. The repository /home/ada/.local/share/yadm/repo.git has a folder around it as its working tree: it takes api/.env if you add it there.',
  );
  expect(text).toContain('api/.env is a link: what is written is shared/.env.');
});
