import { describe, expect, it } from 'vitest';
import { knownProviders } from '../../electron/providers/registry.ts';
import { Secret } from '../../electron/vault/secret.ts';

const recognise = (text: string) => knownProviders.recognise(new Secret(text));
const random = 'Zk3vQ9tLm2Xw7RbN5cJh8PdF4sYg6TaE1uKi0oVq';

describe('a key is recognised by its prefix', () => {
  it.each([
    [`sk-proj-${random}`, 'OpenAI project key', 'OPENAI_API_KEY'],
    [`sk-admin-${random}`, 'OpenAI admin key', 'OPENAI_ADMIN_KEY'],
    [`sk-ant-api03-${random}`, 'Anthropic key', 'ANTHROPIC_API_KEY'],
    [`sk-or-v1-${random}`, 'OpenRouter key', 'OPENROUTER_API_KEY'],
    [`ghp_${random.slice(0, 36)}`, 'GitHub personal token', 'GITHUB_TOKEN'],
    [`github_pat_${random}`, 'GitHub fine-grained token', 'GITHUB_TOKEN'],
    [`glpat-${random.slice(0, 20)}`, 'GitLab personal token', 'GITLAB_TOKEN'],
    // In two parts, or hosts that scan for leaked keys would take these for real.
    [`sk_${'live'}_${random}`, 'Stripe live secret key', 'STRIPE_SECRET_KEY'],
    [`xo${'xb'}-${random}`, 'Slack bot token', 'SLACK_BOT_TOKEN'],
    ['AKIAIOSFODNN7EXAMPLE', 'AWS access key id', 'AWS_ACCESS_KEY_ID'],
    [`AIza${random.slice(0, 35)}`, 'Google API key', 'GOOGLE_API_KEY'],
    [`hf_${random.slice(0, 34)}`, 'Hugging Face token', 'HF_TOKEN'],
    [`npm_${random.slice(0, 36)}`, 'npm token', 'NPM_TOKEN'],
    [random, 'key of an unknown provider', 'API_KEY'],
    ['postgres://app:hunter2@db.example.org:5432/app', 'database address with a password', 'DATABASE_URL'],
    ['-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----', 'private key', 'PRIVATE_KEY'],
  ])('%s', (text, label, envVar) => {
    expect(recognise(text)).toMatchObject({ label, envVar });
  });
});

describe('what people have on their clipboard is not taken for a key', () => {
  it.each([
    'hello',
    'A sentence of several words, with 1 number.',
    'https://example.org/a/long/path?with=query&and=42',
    '/usr/local/lib/node_modules/some-package/index.js',
    'someone@example.org',
    'const answer = 42;',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1',
    'INTERNATIONALIZATION_OF_EVERYTHING',
    '12345678901234567890123456789012',
  ])('%s', (text) => {
    expect(recognise(text)).toBeNull();
  });
});

it('every provider can be chosen, in the order of the alphabet', () => {
  const names = knownProviders.list().map(({ name }) => name);
  expect(names).toContain('OpenAI');
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
});
