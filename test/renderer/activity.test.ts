import { expect, test } from 'vitest';
import type { ActivityView } from '../../electron/ipc/contract.ts';
import { sampleVault } from './sample-vault.ts';
import { withHarness } from './with-harness.ts';

const openWindow = withHarness();

const now = Date.now();

function flood(count: number): ActivityView[] {
  return Array.from({ length: count }, (_, at) => {
    const then = now - at * 1_000;
    const entry = { id: count - at + 1, at: then, firstAt: then, count: 1, keyId: null, detail: '' };
    return { ...entry, kind: 'edited', subject: `Edit ${count - at}` } as const;
  });
}

async function openActivity(activity: ActivityView[]) {
  const opened = await openWindow({ script: { ...sampleVault(), activity } });
  await opened.page.keyboard.press('Control+3');
  await opened.page.getByRole('heading', { name: 'Activity', level: 1 }).waitFor();
  return opened;
}

const loosened: ActivityView = {
  ...{ id: 1, at: now - 9_000_000, firstAt: now - 9_000_000, count: 1 },
  ...{ kind: 'loosened', keyId: 'k4', subject: 'Deploy bot', detail: 'always' },
};

test('older activity comes with each press of “Show older”, to the very first entry', async () => {
  const { page } = await openActivity([...flood(1_150), loosened]);
  const entries = page.locator('.activity-entry');
  await expect.poll(() => entries.count()).toBe(100);
  for (let shown = 200; shown <= 1_100; shown += 100) {
    await page.getByRole('button', { name: 'Show older' }).click();
    await expect.poll(() => entries.count()).toBe(shown);
  }
  await page.getByRole('button', { name: 'Show older' }).click();
  await page.getByText('Allowed any number of copies of Deploy bot').waitFor();
  expect(await entries.count()).toBe(1_151);
  expect(await page.getByRole('button', { name: 'Show older' }).count()).toBe(0);
});

test('what loosened a protection is shown alone, whatever else happened since', async () => {
  const { page } = await openActivity([...flood(700), loosened]);
  await page.getByText('Edit 700').waitFor();
  await page.getByRole('checkbox', { name: 'Only loosened protections' }).check();
  await page.getByText('Allowed any number of copies of Deploy bot').waitFor();
  expect(await page.locator('.activity-entry').count()).toBe(1);
  await page.getByRole('checkbox', { name: 'Only loosened protections' }).uncheck();
  await page.getByText('Edit 700').waitFor();
});

test('an entry that happened several times says how often, and since when', async () => {
  const { page } = await openActivity([{ ...loosened, count: 1_200 }]);
  await page.getByText(/^1.200 times since/).waitFor();
});
