import { once } from 'node:events';
import { expect, test } from '../support/e2e.ts';

const secretOf = (name: string): string => `sk-proj-${name.repeat(12).slice(0, 40)}T3BlbkFJ${'w'.repeat(40)}`;

test('keys that the window called saved are all there after the process is killed at that moment', async ({
  start,
  keyring,
  clipboard,
}) => {
  const names = ['First', 'Second'];
  const first = await start();
  const dialog = first.page.getByRole('dialog');
  for (const name of names) {
    await clipboard.put(secretOf(name));
    await first.page.keyboard.press('Control+n');
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByRole('button', { name: 'Save key' }).click();
    await first.page.getByText(`“${name}” saved.`).waitFor();
  }
  const ended = once(first.app.process(), 'exit');
  first.app.process().kill('SIGKILL');
  await ended;

  const { page } = await start();
  await expect(page.getByRole('grid', { name: 'Keys' }).getByRole('row')).toHaveCount(names.length);
  const listed = await page.evaluate(() => window.clavis.keys.list({ after: '', count: 1_000 }));
  const keys = listed.ok ? listed.value : [];
  expect(keys.map(({ name }) => name)).toEqual(names);
  const kept = await Promise.all(keys.map(({ id }) => keyring.lookup('Clavis', `${id}/1`)));
  expect(kept).toEqual(names.map(secretOf));
});
