/**
 * `node test/tasks/pictures.ts`: the guide's pictures in docs/guide/, of the window as it ships over the sample vault of the
 * renderer's tests; with names behind it, those alone. `npm run tour -- --docs` runs it, too.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { type Harness, startHarness } from '../renderer/harness.ts';
import { samplePassphrase, sampleWrite } from '../renderer/sample-questions.ts';
import { sampleVault } from '../renderer/sample-vault.ts';
import type { Script } from '../renderer/scripted-vault.ts';
import { requirePrograms } from './programs.ts';
import { root } from './run.ts';

interface Picture {
  readonly name: string;
  readonly change?: (script: Script) => void;
  /** Of the page that is named, the main window where none is. */
  readonly at?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** The open dialog alone. */
  readonly dialog?: boolean;
  /** What a person does until it looks so. */
  readonly act: (page: Page) => Promise<void>;
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const dialogOf = (page: Page) => page.getByRole('dialog');

async function openSettings(page: Page): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.getByRole('heading', { name: 'Copying' }).waitFor();
}

const pictures: readonly Picture[] = [
  {
    name: 'generate',
    dialog: true,
    async act(page) {
      await page.keyboard.press('Control+n');
      await page.getByRole('tab', { name: 'Generate' }).click();
      await page.getByText('A random value').waitFor();
      await dialogOf(page).getByLabel('Name', { exact: true }).fill('Session signing, shop');
      await dialogOf(page).getByLabel('Environment variable').fill('SESSION_SECRET');
    },
  },
  {
    name: 'palette',
    at: 'palette.html',
    viewport: { width: 640, height: 430 },
    async act(page) {
      await page.keyboard.type('api key');
      await page.getByRole('option', { name: 'Mail, staging' }).waitFor();
    },
  },
  {
    name: 'locked',
    change: (script) => {
      script.lock = { locked: true, checks: null };
    },
    act: (page) => page.getByRole('button', { name: /unlock|open/i }).waitFor(),
  },
  { name: 'settings', act: openSettings },
  {
    name: 'back-up',
    dialog: true,
    async act(page) {
      await openSettings(page);
      await press(page, 'Back up');
      await dialogOf(page).getByLabel('Passphrase').fill('four words kept elsewhere');
    },
  },
  {
    name: 'restore',
    dialog: true,
    change: ({ backup }) => {
      if (!backup) return;
      backup.madeAt = Date.UTC(2026, 9, 30, 9, 30);
      backup.keys = backup.keys.map((key, at) => ({ ...key, last4: ['Lw40', 'a81F', '9mRA', 'z81c'][at] ?? null }));
    },
    async act(page) {
      await openSettings(page);
      await press(page, 'Restore');
      await dialogOf(page).getByLabel('Passphrase').fill('four words kept elsewhere');
      await press(page, 'Open backup');
      await dialogOf(page).getByText('Old mail key').waitFor();
    },
  },
  {
    name: 'import',
    dialog: true,
    async act(page) {
      await openSettings(page);
      await press(page, 'From an export');
      await dialogOf(page).getByText('Mistral', { exact: true }).waitFor();
    },
  },
  {
    name: 'recover',
    dialog: true,
    async act(page) {
      await openSettings(page);
      await page.getByRole('region', { name: 'Recover' }).getByRole('button').click();
      await dialogOf(page).getByText('Another value of Deploy bot').waitFor();
    },
  },
  {
    name: 'another-keychain',
    viewport: { width: 1120, height: 480 },
    change: (script) => {
      script.keychain = { state: 'other' };
    },
    act: (page) => page.getByText('This keychain holds nothing of this vault').waitFor(),
  },
  {
    name: 'still-to-erase',
    viewport: { width: 1120, height: 480 },
    change: (script) => {
      script.waiting = 2;
    },
    act: (page) => page.getByText('2 old values still to be erased.').waitFor(),
  },
  {
    name: 'question-write',
    at: 'question.html',
    // What such a window opens with.
    viewport: { width: 640, height: 820 },
    change: (script) => {
      const shown = ['OPENAI_API_KEY', 'STRIPE_SECRET_KEY', 'OLD_MAIL_TOKEN', 'NEXT_PUBLIC_MAPS_KEY'];
      const files = sampleWrite.files.map((file) => {
        return { ...file, lines: file.lines.filter(({ envVar }) => shown.includes(envVar)) };
      });
      script.questions = [{ ...sampleWrite, files }];
    },
    act: (page) => page.getByRole('button', { name: 'Write 2 files' }).waitFor(),
  },
  {
    name: 'question-passphrase',
    at: 'question.html',
    viewport: { width: 560, height: 262 },
    change: (script) => {
      script.questions = [samplePassphrase];
    },
    act: (page) => page.getByRole('textbox').fill('four words kept elsewhere'),
  },
];

const usual = { width: 1120, height: 720 };

async function take(harness: Harness, picture: Picture): Promise<string> {
  const { name, change, act, at = '', viewport = usual, dialog = false } = picture;
  const script = sampleVault();
  change?.(script);
  const { page, complaints } = await harness.open({
    script,
    at,
    viewport,
    colorScheme: 'light',
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  await act(page);
  if (complaints.length > 0) throw new Error(`${name}: ${complaints.join('; ')}`);
  const file = path.join(root, 'docs/guide', `${name}.png`);
  await (dialog ? dialogOf(page) : page).screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  return file;
}

requirePrograms();
await mkdir(path.join(root, 'docs/guide'), { recursive: true });
const harness = await startHarness();
try {
  const named = process.argv.slice(2);
  const taken = pictures.filter(({ name }) => named.length === 0 || named.includes(name));
  for (const picture of taken) console.log(await take(harness, picture));
} finally {
  await harness.close();
}
