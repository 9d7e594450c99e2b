import { expect, test } from 'vitest';
import { isPlainName } from '../../../electron/adapters/external-import/field-name.ts';

test.each([
  'API key',
  "Ada's key (prod)",
  'L’API [eu]',
  'STRIPE_WEBHOOK_SECRET_KEY_2024',
  'OAuth2ClientSecretForProduction',
  'aws:prod:eu-west-1',
  'db-2024-01-15-production-eu',
  'Schlüssel für das Büro',
  'ユーザー名',
  '',
])('%j can be the name of a field', (name) => {
  expect(isPlainName(name)).toBe(true);
});

test.each([
  'PASSWORD="correct horse"',
  'password=correct-horse',
  '{correct: horse}',
  '`correct horse`',
  '“correct horse”',
  "'correct horse'",
  'the ‘correct horse',
  'correct\\horse',
  'correct\nhorse',
  'postgres://me:correct@horse',
  'x'.repeat(61),
  'd41d8cd98f00b204e9800998ecf8427e',
  'JBSWY3DPEHPK3PXPJBSWY3DP4567',
  'key Zk3mP9qLw8RtY2vX5nB7',
  'Zk3mP9qLw8_RtY2vX-5nB7',
])('%j could hold a secret', (name) => {
  expect(isPlainName(name)).toBe(false);
});
