import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ExternalContent } from '../../../electron/vault/ports.ts';
import { toldError } from '../../support/told-error.ts';
import { externalImports, fixture } from './support.ts';

/** Each value with what it is, as a table that reads like the export. */
function told({ items }: ExternalContent): [title: string, kind: string, field: string, value: string][] {
  return items.flatMap(({ title, values }) =>
    values.map(({ kind, field, value }): [string, string, string, string] => [title, kind, field, value.reveal()]),
  );
}

const privateKey = '-----BEGIN OPENSSH PRIVATE KEY-----\nbm90IGEga2V5\n-----END OPENSSH PRIVATE KEY-----\n';

describe('a Bitwarden export', () => {
  test('gives passwords, hidden and open fields, SSH keys and notes that are values; no seeds, no history, no cards', async () => {
    const found = await externalImports.read(fixture('bitwarden.json'));
    expect(told(found)).toEqual([
      ['OpenAI', 'password', '', 'correct horse battery'],
      ['OpenAI', 'hidden', 'API key', 'sk-proj-not-a-real-key-bitwarden-3f9A'],
      ['OpenAI', 'text', 'Organisation', 'org-fixture'],
      ['OpenAI', 'hidden', 'webhook secret', 'plain-words-for-hooks'],
      ['Shop production', 'variable', 'STRIPE_SECRET_KEY', 'not-a-real-stripe-key'],
      ['Shop production', 'variable', 'PORT', '3000'],
      ['Deploy', 'credential', 'private key', privateKey],
    ]);
    expect(found).toMatchObject({ source: 'Bitwarden', file: 'bitwarden.json', skipped: 3 });
    expect(found.items[0]).toMatchObject({
      from: 'Work/APIs',
      tags: ['Work/APIs'],
      note: 'Billing goes to the team.',
      url: 'https://platform.openai.com/login',
    });
  });

  test('of an organisation names its collections', async () => {
    for (const [name, groups] of [
      ['bitwarden-organisation.json', ['Backend', 'Shared']],
      ['bitwarden-organisation.csv', ['Social', 'Marketing']],
    ] as const) {
      const found = await externalImports.read(fixture(name));
      expect(found.items[0]).toMatchObject({ title: 'Acme', tags: groups, from: groups.join(', ') });
    }
  });

  test('as CSV keeps quotes, commas and line breaks in values, and lines shorter than the header', async () => {
    const found = await externalImports.read(fixture('bitwarden.csv'));
    expect(told(found)).toEqual([
      ['Stripe', 'password', '', 'pass "word", with commas'],
      ['Stripe', 'text', 'Webhook secret', 'shhh-for-the-hooks'],
      ['Stripe', 'text', 'Region', 'eu: west\nno colon here'],
      ['One key', 'note', '', 'sk-proj-not-a-real-key-in-a-note-3f9A'],
    ]);
    expect(found).toMatchObject({ skipped: 1 });
    expect(found.items[0]?.note).toBe('Restricted, read only\nfor the shop');
  });

  test('that is encrypted is refused, with what to do instead', async () => {
    expect(await toldError(externalImports.read(fixture('bitwarden-encrypted.json')))).toMatchObject({
      code: 'EXTERNAL_IMPORT_ENCRYPTED',
      message: expect.stringMatching(/bitwarden-encrypted\.json is encrypted.*without encryption, or as CSV/),
    });
  });
});

describe('a 1Password export', () => {
  test('gives credentials, passwords, concealed fields and SSH keys, of early versions too', async () => {
    const found = await externalImports.read(fixture('export.data'));
    expect(told(found)).toEqual([
      ['OpenAI embeddings', 'text', 'username', 'svc'],
      ['OpenAI embeddings', 'credential', '', 'sk-proj-not-a-real-key-1password-3f9A'],
      ['OpenAI embeddings', 'text', 'hostname', 'api.openai.com'],
      ['OpenAI embeddings', 'hidden', 'webhook secret', 'plain-words-for-hooks'],
      ['OpenAI embeddings', 'hidden', 'Hooks', 'named-by-its-section'],
      ['GitHub', 'password', '', 'correct horse battery'],
      ['GitHub', 'hidden', 'recovery', 'four words of recovery'],
      ['Deploy', 'credential', 'private key', '-----BEGIN PRIVATE KEY-----\nbm90IGEga2V5\n-----END PRIVATE KEY-----\n'],
      ['Router', 'password', '', 'from an early version'],
    ]);
    expect(found).toMatchObject({ source: '1Password', skipped: 3 });
    expect(found.items[0]).toMatchObject({
      from: 'Development',
      tags: ['ai', 'backend/search'],
      note: 'Restricted to embeddings.',
    });
  });

  test('as CSV, of version 8 and of the one before with a column for each field', async () => {
    const eight = await externalImports.read(fixture('1password.csv'));
    expect(told(eight)).toEqual([['GitHub', 'password', '', 'hunter2, with a comma']]);
    expect(eight).toMatchObject({ source: '1Password', skipped: 1 });
    expect(eight.items[0]).toMatchObject({ tags: ['work', 'dev'], note: 'first line\nsecond line' });

    const seven = await externalImports.read(fixture('1password-7.csv'));
    expect(told(seven)).toEqual([['Acme API', 'text', 'credential', 'acme-credential-not-real']]);
  });

  test('shows no value when it is printed or sent', async () => {
    const found = await externalImports.read(fixture('export.data'));
    expect(JSON.stringify(found)).not.toContain('correct horse battery');
    expect(readFileSync(fixture('export.data'), 'utf8')).toContain('correct horse battery');
  });
});
