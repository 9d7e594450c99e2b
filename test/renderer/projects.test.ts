import { expect, test } from 'vitest';
import type { Opened } from './harness.ts';
import { outcome, sampleVault } from './sample-vault.ts';
import type { Script } from './scripted-vault.ts';
import { withHarness } from './with-harness.ts';

const openWindow = withHarness();

type Page = Opened['page'];

function times(script: Script, channel: string): number {
  return script.heard.filter((call) => call.channel === channel).length;
}
function lastInput(script: Script, channel: string): unknown {
  return script.heard.findLast((call) => call.channel === channel)?.input;
}
async function openShop(script = sampleVault()): Promise<Opened> {
  const opened = await openWindow({ script });
  await opened.page.keyboard.press('Control+2');
  await opened.page.getByRole('region', { name: 'api/.env', exact: true }).waitFor();
  return opened;
}
/** Gone from the page: by its role it is gone before the window has heard of it. */
async function closed(page: Page): Promise<void> {
  await page.locator('dialog').waitFor({ state: 'detached' });
}
async function choose(page: Page, file: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${file}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('files are compared only once the projects are in sight, and each variable says on which side it differs', async () => {
  const { page, script, complaints } = await openWindow();
  expect(times(script, 'projects.drift')).toBe(0);
  await page.keyboard.press('Control+2');

  const shop = page.getByRole('region', { name: 'api/.env', exact: true });
  await shop.getByText('3 to write').waitFor();
  for (const name of [
    'OPENAI_API_KEY Shop assistant Newer in Clavis up to date 40 d ago',
    'STRIPE_SECRET_KEY Stripe live, restricted Not written yet',
    'GITHUB_TOKEN Deploy bot Same up to date 2 d ago',
    'OLD_MAIL_KEY Unbound Goes when you write up to date 2 mo ago',
  ])
    await shop.getByRole('row', { name }).waitFor();
  const web = page.getByRole('region', { name: 'web/.env.local' });
  await web.getByText('Edited by hand').first().waitFor();
  await web.getByRole('row', { name: 'Mail, staging Missing in the file' }).waitFor();
  await page.getByRole('row', { name: 'shop', exact: true }).getByText('Edited by hand').waitFor();
  expect(times(script, 'projects.drift')).toBe(1);
  expect(complaints).toEqual([]);
});

test('files are compared again when the window has the focus, and when projects changed, but not behind other views', async () => {
  const { page, script, tell } = await openShop();
  const row = page.getByRole('row', { name: 'shop', exact: true });
  await row.getByText('Edited by hand').waitFor();
  script.drift = script.drift.map((one) => ({ ...one, variables: [{ envVar: 'OPENAI_API_KEY', state: 'rotated' }] }));
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await row.getByText('Rotated: 2 to write').waitFor();

  script.drift = script.drift.map((one) => ({ ...one, variables: [{ envVar: 'OPENAI_API_KEY', state: 'same' }] }));
  await tell('projects.changed', { changed: null, gone: [] });
  await row.getByText('Same').waitFor();
  expect(await page.getByRole('button', { name: 'Export all' }).count()).toBe(0);

  const before = times(script, 'projects.drift');
  await page.keyboard.press('Control+1');
  await page.getByRole('grid', { name: 'Keys' }).waitFor();
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await tell('projects.changed', { changed: null, gone: [] });
  await expect.poll(() => times(script, 'projects.list')).toBeGreaterThan(2);
  expect(times(script, 'projects.drift')).toBe(before);
});

test('a file that can’t be read says why, and one that is gone says so', async () => {
  const script = sampleVault();
  const message = 'api/.env can’t be read (permission denied). Fix its permissions, then try again.';
  script.drift = [
    { targetId: 't1', file: null, variables: [], error: { code: 'TARGET_UNREADABLE', message, details: {} } },
    { targetId: 't4', file: 'missing', error: null, variables: [{ envVar: 'OPENAI_API_KEY', state: 'missing' }] },
    { targetId: 't2', file: 'missing', error: null, variables: [{ envVar: 'OPENAI_API_KEY', state: 'new' }] },
  ];
  const { page } = await openShop(script);
  const card = page.getByRole('region', { name: 'api/.env', exact: true });
  await expect.poll(() => card.getByRole('alert').innerText()).toContain(message);
  await page.getByRole('row', { name: 'shop', exact: true }).getByText("Can't be read").waitFor();
  await page.getByRole('region', { name: 'web/.env.local' }).getByText('Missing file').waitFor();
  await page.getByRole('row', { name: 'review-bot' }).getByText('1 to write').waitFor();
});

/** More files than end before one could look. */
const many = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    outcome({ targetId: `many-${at}`, project: 'monorepo', file: `packages/${at}/.env`, written: 1 }),
  );

test('a write of many files shows how far it is, and one file that fails hides none of the others', async () => {
  const script = sampleVault();
  script.outcomes = [...many(9), ...script.outcomes];
  let end = (): void => {};
  script.exportEnds = new Promise<void>((resolve) => {
    end = resolve;
  });
  const { page, complaints } = await openShop(script);
  await page.getByRole('button', { name: 'Export all' }).click();
  const dialog = page.getByRole('dialog', { name: 'Write files' });
  await dialog.getByText('12 of 12 files done').waitFor();
  await dialog.getByText('review-bot/.env').waitFor();
  end();

  await dialog.getByText('11 variables written, 1 removed in 10 files. 1 file not written.').waitFor();
  const items = dialog.getByRole('list', { name: 'How each file ended' }).getByRole('listitem');
  const texts = await items.allInnerTexts();
  expect(texts).toHaveLength(12);
  expect(texts[0]).toMatch(/^shop web\/\.env\.local\s.*changed since you looked.*Details$/s);
  expect(texts[10]).toMatch(/^shop api\/\.env\s+2 written, 1 removed$/);
  expect(texts[11]).toMatch(/^review-bot \.env\s+Nothing to write$/);
  await dialog.getByRole('button', { name: 'Preview shop web/.env.local' }).click();
  expect(lastInput(script, 'projects.preview')).toEqual({ targetId: 't4' });
  await page.getByRole('button', { name: 'Write 2 and remove 1 variable in api/.env' }).click();
  await dialog.getByText('13 variables written, 2 removed in 11 files.').waitFor();
  await page.keyboard.press('Escape');
  await closed(page);
  expect(times(script, 'projects.writeAll')).toBe(1);
  expect(complaints).toEqual([]);
});

test('a write that left a line out says which and why; one without a problem says what it did in the corner', async () => {
  const script = sampleVault();
  const why = 'The keychain has no value for “Stripe live”. Rotate it to give it a new one, or delete it.';
  const error = { code: 'VALUE_MISSING', message: why, details: { name: 'Stripe live' } } as const;
  const fine = outcome({ targetId: 't2', project: 'review-bot', file: '.env', written: 1, taken: 1 });
  const part = outcome({ targetId: 't1', project: 'shop', file: 'api/.env', written: 2 });
  script.outcomes = [{ ...part, left: [{ envVar: 'STRIPE_SECRET_KEY', error }] }, fine];
  const { page } = await openShop(script);
  await page.getByRole('button', { name: 'Export all' }).click();
  const dialog = page.getByRole('dialog', { name: 'Write files' });
  await dialog.getByText('3 variables written in 2 files. 1 value taken into Clavis. 1 line left out.').waitFor();
  const [first] = await dialog.getByRole('listitem').allInnerTexts();
  expect(first?.replaceAll(/\s+/g, ' ')).toBe(
    `shop api/.env Preview 2 written STRIPE_SECRET_KEY left out: ${why} Details`,
  );
  await page.keyboard.press('Escape');
  await closed(page);
  script.outcomes = [fine];
  await page.getByRole('button', { name: 'Export all' }).click();
  await page.getByRole('status').getByText('1 variable written in 1 file. 1 value taken into Clavis.').waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('a question that the person closes is no error', async () => {
  const script = sampleVault();
  const { page } = await openShop(script);
  const closedByPerson = {
    code: 'NOT_CONFIRMED',
    message: 'Nothing changed: it was not confirmed.',
    details: {},
  } as const;
  script.failures = { 'projects.writeAll': closedByPerson, 'projects.writeFile': closedByPerson };
  await page.getByRole('button', { name: 'Export all' }).click();
  await expect.poll(() => times(script, 'projects.writeAll')).toBe(1);
  await page.getByRole('region', { name: 'api/.env', exact: true }).getByRole('button', { name: 'Preview' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Write 2 and remove 1 variable in api/.env' }).click();
  await expect.poll(() => times(script, 'projects.writeFile')).toBe(1);
  await expect.poll(() => dialog.getByRole('button', { name: /^Write/ }).isEnabled()).toBe(true);
  expect(await page.getByText('not confirmed').count()).toBe(0);
});

test('a write that nobody watches any more goes on, and says in the corner how it ended', async () => {
  const script = sampleVault();
  script.outcomes = [...many(9), ...script.outcomes];
  let end = (): void => {};
  script.exportEnds = new Promise<void>((resolve) => {
    end = resolve;
  });
  const { page } = await openShop(script);
  await page.getByRole('button', { name: 'Export all' }).click();
  await page.getByText('12 of 12 files done').waitFor();
  await page.keyboard.press('Escape');
  await closed(page);
  end();
  const toast = page.getByRole('status').filter({ hasText: '1 file not written.' });
  await toast.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('dialog', { name: 'Write files' }).getByText('changed since you looked').waitFor();
});

test('a rotated key that projects use offers to write its own lines there, and nothing else', async () => {
  const { page, script } = await openWindow();
  await page.getByRole('row', { name: 'Shop assistant' }).focus();
  await page.keyboard.press('r');
  await page.getByRole('button', { name: 'Rotate key' }).click();
  await page.getByRole('status').getByRole('button', { name: 'Write to files…' }).click();
  await expect.poll(() => lastInput(script, 'keys.writeFiles')).toEqual({ id: 'k1' });
  expect(times(script, 'projects.writeAll')).toBe(0);
});

test('a key says in how many files its own line is to be written, and offers that alone', async () => {
  const script = sampleVault();
  script.outcomes = many(1);
  const { page } = await openWindow({ script });
  const uses = page.getByRole('region', { name: 'Used in' });
  await page.getByRole('row', { name: 'Shop assistant' }).click();
  await uses.getByRole('button', { name: 'Write to .env…' }).click();
  await expect.poll(() => lastInput(script, 'keys.writeFiles')).toEqual({ id: 'k1' });
  // In a file that has something else to write.
  await page.getByRole('row', { name: 'Deploy bot' }).click();
  await uses.getByText('GITHUB_TOKEN').waitFor();
  expect(await uses.getByRole('button', { name: /^Write/ }).count()).toBe(0);

  // What the files were seen to hold counts, too, once they were compared.
  await page.keyboard.press('Control+2');
  await page.getByText('Edited by hand').first().waitFor();
  await page.keyboard.press('Control+1');
  await page.getByRole('row', { name: 'Shop assistant' }).click();
  await uses.getByRole('button', { name: 'Write to 2 files…' }).waitFor();
  expect(times(script, 'projects.drift')).toBe(1);
});

test('a file’s keys are imported as proposed or as ticked, and what is bound already can’t be', async () => {
  const { page, script, complaints } = await openShop();
  await choose(page, 'api/.env', 'Import keys from this file');
  const dialog = page.getByRole('dialog', { name: 'Import keys from api/.env' });
  await dialog.getByText('api/.env stays as it is.').waitFor();
  const box = (name: string) => dialog.getByRole('checkbox', { name });
  await dialog.getByRole('button', { name: 'Import 3 keys and bind 1' }).waitFor();
  expect(await box('ANTHROPIC_API_KEY Anthropic API key ••••k3Aa').isChecked()).toBe(true);
  expect(await box('DEPLOY_TOKEN Already saved as Deploy bot: will be bound').isChecked()).toBe(true);
  expect(await box('PORT').isChecked()).toBe(false);
  expect(await box('OPENAI_API_KEY Bound in this file').isDisabled()).toBe(true);

  await box('SESSION_SECRET').focus();
  await page.keyboard.press('Space');
  await box('DATABASE_PASSWORD').uncheck();
  await box('DATABASE_URL').check();
  await box('DEPLOY_TOKEN').uncheck();
  await dialog.getByRole('button', { name: 'Import 2 keys', exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('2 keys kept. api/.env is as it was.').waitFor();
  expect(lastInput(script, 'projects.takeImport')).toEqual({
    importId: 'import-1',
    names: ['ANTHROPIC_API_KEY', 'DATABASE_URL'],
  });
  expect(complaints).toEqual([]);
});

test('a file that changed since it was looked at is not imported, and can be looked at again', async () => {
  const script = sampleVault();
  const message = 'Not taken: the file changed since you looked. Look at what it holds again.';
  script.failures['projects.takeImport'] = { code: 'IMPORT_UNKNOWN', message, details: {} };
  const { page } = await openShop(script);
  await choose(page, 'api/.env', 'Import keys from this file');
  const dialog = page.getByRole('dialog', { name: 'Import keys from api/.env' });
  await dialog.getByRole('button', { name: 'Import 3 keys and bind 1' }).click();
  await expect.poll(() => dialog.getByRole('alert').innerText()).toBe(`${message}\nDetails`);
  await dialog.getByRole('button', { name: 'Look again' }).click();
  await dialog.getByRole('button', { name: 'Import 3 keys and bind 1' }).click();
  await closed(page);
});

test('the programs that a file was taken to be read by are named, and where its format is not theirs', async () => {
  const script = sampleVault();
  const preview = script.preview;
  if (!preview) throw new Error('the sample has a preview');
  const vite = { name: 'Vite', expands: true, foundIn: 'package.json' };
  const compose = { name: 'Docker Compose', expands: false, foundIn: 'compose.yaml' };
  const cases = [
    {
      readers: [vite, compose],
      expands: true,
      says: 'Read by Vite (package.json) and Docker Compose (compose.yaml). A $',
    },
    { readers: [vite], expands: false, says: 'take a $ as it is, and Vite would expand it' },
    { readers: [compose], expands: true, says: 'expand $NAME, which none of these does' },
    { readers: [], expands: false, says: 'Nothing in this project says which program reads this file.' },
    { readers: [], expands: false, dialect: 'shell', says: 'Written for bash, zsh and direnv' },
  ] as const;
  const { page } = await openShop(script);
  for (const { says, readers, ...shape } of cases) {
    script.preview = { ...preview, ...shape, readers: [...readers] };
    await page.getByRole('region', { name: 'api/.env', exact: true }).getByRole('button', { name: 'Preview' }).click();
    const dialog = page.getByRole('dialog', { name: 'What would change in api/.env' });
    await dialog.getByText(says).waitFor();
    await page.keyboard.press('Escape');
    await closed(page);
  }
});

test('a file that others can read is named as such, and can be made one’s own before it is written', async () => {
  const script = sampleVault();
  const preview = script.preview;
  if (!preview) throw new Error('the sample has a preview');
  script.preview = { ...preview, openToOthers: true };
  const { page } = await openShop(script);
  await page.getByRole('region', { name: 'api/.env', exact: true }).getByRole('button', { name: 'Preview' }).click();
  const dialog = page.getByRole('dialog', { name: 'What would change in api/.env' });
  await dialog.getByText('Open to others: other users of this computer can read api/.env.').waitFor();
  await dialog.getByRole('button', { name: 'For me alone (0600)' }).click();
  await dialog.getByText('Open to others').waitFor({ state: 'detached' });
  expect(lastInput(script, 'projects.makePrivate')).toEqual({ targetId: 't1' });
  expect(await dialog.getByRole('button', { name: /^Write 2/ }).isEnabled()).toBe(true);
});

test('after a write it is said what to restart, and to allow a changed .envrc to direnv', async () => {
  const script = sampleVault();
  const preview = script.preview;
  if (!preview) throw new Error('the sample has a preview');
  const { page } = await openShop(script);
  for (const file of ['api/.env', 'api/.envrc']) {
    script.preview = { ...preview, file };
    await page.getByRole('region', { name: 'api/.env', exact: true }).getByRole('button', { name: 'Preview' }).click();
    await page.getByRole('button', { name: /^Write 2/ }).click();
    const said = page.getByRole('status').getByText(`written to ${file},`);
    await said.waitFor();
    const text = await said.innerText();
    expect(text).toContain('Restart what has the old file open.');
    expect(text.includes('Run direnv allow')).toBe(file === 'api/.envrc');
  }
});

test('what the file defines twice is said; it can be ignored for oneself alone, or be said not to be in git', async () => {
  const script = sampleVault();
  const preview = script.preview;
  if (!preview) throw new Error('the sample has a preview');
  script.preview = { ...preview, git: { kind: 'exposed', ignoreFile: '.gitignore', line: '/api/.env' } };
  const { page } = await openShop(script);
  const card = page.getByRole('region', { name: 'api/.env', exact: true });
  const dialog = page.getByRole('dialog', { name: 'What would change in api/.env' });
  await card.getByRole('button', { name: 'Preview' }).click();
  await dialog.getByRole('button', { name: '…to .git/info/exclude' }).click();
  await dialog.getByRole('button', { name: /^Write 2/ }).waitFor();
  expect(lastInput(script, 'projects.ignore')).toEqual({ targetId: 't1', where: 'exclude' });
  await page.keyboard.press('Escape');
  await closed(page);

  const shadowed = ['PORT', 'DATABASE_URL'];
  script.preview = { ...preview, shadowed, git: { kind: 'unknown', said: 'fatal: dubious ownership' } };
  script.failures['projects.leaveOutsideGit'] = { code: 'NOT_CONFIRMED', message: 'Nothing changed.', details: {} };
  await card.getByRole('button', { name: 'Preview' }).click();
  await dialog.getByText('It said: fatal: dubious ownership').waitFor();
  await dialog.getByText('Defined more than once: PORT, DATABASE_URL. Some programs take the first line').waitFor();
  const notInGit = dialog.getByRole('button', { name: 'Not in git…' });
  await notInGit.click();
  await expect.poll(() => notInGit.getAttribute('aria-busy')).toBe(null);
  expect(times(script, 'projects.leaveOutsideGit')).toBe(1);
  expect(await dialog.getByRole('alert').innerText()).toBe('');
  expect(await dialog.getByRole('button', { name: /^Write/ }).count()).toBe(0);
  await notInGit.click();
  await dialog.getByText('You said that api/.env is not in git.').waitFor();
  await dialog.getByRole('button', { name: /^Write 2/ }).waitFor();
});

test('an env file is added, set for its reader and removed again by the keyboard', async () => {
  const { page, script, complaints } = await openShop();
  await page.getByRole('button', { name: 'Add an env file' }).press('Enter');
  const found = page.getByRole('button', { name: 'Add .env.production, dotenv' });
  await expect.poll(() => found.evaluate((button) => button.matches(':focus'))).toBe(true);
  await page.keyboard.press('Enter');
  const card = page.getByRole('region', { name: '.env.production' });
  await card.waitFor();
  await closed(page);
  expect(lastInput(script, 'projects.addTarget')).toEqual({ projectId: 'p1', candidateId: 'c1' });

  await card.getByRole('button', { name: 'More for .env.production' }).press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Settings of .env.production' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await closed(page);
  await card.getByText('Docker').waitFor();
  expect(lastInput(script, 'projects.setTarget')).toMatchObject({ dialect: 'docker', expands: true });

  await choose(page, '.env.production', 'Settings');
  const docker = page.getByRole('radio', { name: 'Docker' });
  await expect.poll(() => docker.evaluate((radio) => radio.matches(':focus'))).toBe(true);
  await page.keyboard.press('Escape');
  await closed(page);
  await choose(page, '.env.production', 'Remove from project');
  await card.waitFor({ state: 'detached' });
  const detail = page.getByRole('region', { name: 'Project', exact: true });
  await expect.poll(() => detail.evaluate((element) => element.matches(':focus'))).toBe(true);
  await page.getByRole('button', { name: 'Add an env file' }).click();
  await page.getByRole('button', { name: 'Another file…' }).click();
  await page.getByRole('region', { name: 'infra/secrets.env' }).waitFor();
  expect(complaints).toEqual([]);
});

test('.env.example gets the names it lacks, or nothing', async () => {
  const { page, script } = await openShop();
  await choose(page, 'api/.env', 'Update .env.example');
  const names = page.getByRole('list', { name: 'Names to add to api/.env.example' });
  await names.waitFor();
  expect(await names.getByRole('listitem').allInnerTexts()).toEqual(['STRIPE_SECRET_KEY=', 'GITHUB_TOKEN=']);
  await page.getByText('Left out until they are in api/.env: SENTRY_DSN.').waitFor();
  await page.getByRole('button', { name: 'Add 2 names to api/.env.example' }).click();
  await page.getByRole('status').getByText('2 names added to api/.env.example.').waitFor();
  expect(lastInput(script, 'projects.writeExample')).toEqual({ exampleId: 'example-1' });

  script.example?.added.splice(0);
  await choose(page, 'api/.env', 'Update .env.example');
  expect(await page.getByRole('button', { name: 'Nothing to add' }).isDisabled()).toBe(true);
});
