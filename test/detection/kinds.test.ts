import { describe, expect, it } from 'vitest';
import type { Around } from '../../electron/vault/detection-port.ts';
import { detect, madeUp } from './some-providers.ts';

const kindOf = (text: string, around?: Around) => detect(text, around).kind;

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: object): string =>
  `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}.${'Zp2Lw9Xv4Tn8Rb3Yc6Hd'}`;
const hash = '6d7fc5eaf0fa9202e37b50c75c25356d01a9f197';
const uuid = '1b730954-1685-4b74-9bfd-dac224a7b894';
const body = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC';
const pem = `-----BEGIN ${'PRIVATE'} KEY-----\n${body}\n-----END ${'PRIVATE'} KEY-----`;

describe('nothing to offer', () => {
  it.each([
    hash,
    uuid,
    'claude-sonnet-4-5-20250929',
    'db-prod-01.c9akciq32.eu-west-1.rds.amazonaws.com',
    'com.example.app.MainActivity2Binding',
    '/usr/lib/x86_64-linux-gnu/libfoo.so.1.2.3',
    'C:\\Users\\me\\AppData\\Roaming\\npm',
    'Screenshot_20260131_123456.png',
    'SGVsbG8gd29ybGQgMTIzNDU2Nzg5MA==',
    'i-0abcd1234ef567890',
    'arn:aws:iam::123456789012:role/MyRole',
    'sha256-DvWrEry84uwXecWSApIy31Y5kIQJDrBraDPnn385aCm=',
    'feature/ABC-1234-add-login-page-for-users',
    'dependabot/npm_and_yarn/types/node-24.0.0',
    '2026-01-31T12:00:00.000Z',
    'user.name+tag@example.co.uk',
    'https://github.com/org/repo/pull/1234?tab=files',
    'postgres://localhost:5432/app',
    'org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration',
    'the quick brown fox jumps over the lazy dog',
    `sk_test_${'x'.repeat(24)}`,
    '-----BEGIN PRIVATE KEY-----',
    'OPENAI_API_KEY=your-key-here',
    'PORT=3000',
  ])('in %s', (text) => {
    expect(kindOf(text)).toBe('ordinary');
  });

  it.each([
    ['GIT_SHA', hash],
    ['AZURE_CLIENT_ID', uuid],
    ['AUTH0_CLIENT_ID', 'Zp2Lw9Xv4Tn8Rb3Yc6Hd1Jg5Mf0KsQk7'],
    ['TRACE_ID', '9f8e7d6c5b4a39281706f5e4d3c2b1a0'],
    ['SSL_KEY', '/etc/ssl/private/server.key'],
    ['MAX_TOKENS', '4096'],
    ['TOKEN_URL', 'https://auth.example.com/oauth/token'],
    ['CACHE_KEY', 'users:list'],
    ['API_KEY', 'changeme'],
    ['API_KEY', 'true'],
    ['API_KEY', ''],
  ])('under %s: %s', (name, text) => {
    expect(kindOf(text, { name })).toBe('ordinary');
  });
});

describe('what is published', () => {
  it.each<[string, string | undefined]>([
    [`pk_${'live_'}4Kd8Zx1Qw7Er5Ty9Ui3Op2As`, undefined],
    ['sb_publishable_StNwcHPk8CKuV8F0_SkRTl', undefined],
    [jwt({ iss: 'supabase', ref: 'abc', role: 'anon' }), 'SUPABASE_KEY'],
    [madeUp.google, 'NEXT_PUBLIC_FIREBASE_API_KEY'],
    ['5-qtYVZc4I_GYq8jgoRJqGCZbCf6mUiDroioRRrIiNmhc93Qjn4m2NHoZYUN', 'VAPID_PUBLIC_KEY'],
    ['9f8e7d6c5b4a39281706f5e4d3c2b1a0', 'VITE_SEARCH_KEY'],
    [`-----BEGIN PUBLIC KEY-----\n${body}\n-----END PUBLIC KEY-----`, 'JWT_PUBLIC_KEY'],
  ])('is public: case %#', (text, name) => {
    expect(kindOf(text, name === undefined ? { from: 'clipboard' } : { name })).toBe('public');
  });

  it('is a secret all the same where a secret’s shape stands under a published name', () => {
    expect(kindOf(madeUp.github, { name: 'NEXT_PUBLIC_TOKEN' })).toBe('secret');
    expect(kindOf(jwt({ iss: 'supabase', ref: 'abc', role: 'service_role' }), { name: 'SUPABASE_KEY' })).toBe('secret');
  });
});

describe('a reference', () => {
  it.each([
    'op://Dev/openai/credential',
    'vault:secret/data/app#key',
    '${OPENAI_API_KEY}',
    '${{ secrets.OPENAI_API_KEY }}',
    '$OPENAI_API_KEY',
    '%OPENAI_API_KEY%',
    '$(pass show openai)',
    '`pass show openai`',
    '{{ openai_key }}',
    '/run/secrets/openai',
    'file:///run/secrets/openai',
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:openai-AbCdEf',
    'ref+vault://kv/openai#/key',
    'gcp-sm:openai',
    'keyring:openai/default',
    'infisical://dev/openai',
    'projects/123/secrets/openai/versions/latest',
    '@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/x/)',
    'process.env.OPENAI_API_KEY',
  ])('is no key: %s', (text) => {
    expect(kindOf(text, { name: 'OPENAI_API_KEY' })).toBe('reference');
    expect(kindOf(text)).toBe('reference');
  });

  it('may stand for the password of an address', () => {
    expect(kindOf('postgres://u:${PASSWORD}@h/d', { name: 'DATABASE_URL' })).toBe('reference');
  });
});

it.each([
  `encrypted:${'BDqDBibm4wsYqMpCjTQ6BsDHmMadg9K3dAt+Z9HPMfLEIRVz50hm'}`,
  'ENC[AES256_GCM,data:abc=,iv:def=,tag:ghi=,type:str]',
  '$ANSIBLE_VAULT;1.1;AES256\n61626364',
  '-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----',
  '-----BEGIN PGP MESSAGE-----\n\nYWdl\n-----END PGP MESSAGE-----',
  `vault:v1:${'cJHVBzYqMpCjTQ6BsDHmMadg9K3dAt'}`,
])('ciphertext is no key: %s', (text) => {
  expect(kindOf(text, { name: 'OPENAI_API_KEY' })).toBe('ciphertext');
  expect(kindOf(text)).toBe('ciphertext');
});

describe('a secret by its form', () => {
  it.each([
    'postgresql+asyncpg://u:p4ssw0rd@h/d',
    'mongodb://u:p4ssw0rd@h1,h2,h3/d?replicaSet=rs0',
    'redis://:p4ssw0rd@h:6379',
    'postgres://u:p@ss:w0rd@h:5432/d',
    'jdbc:postgresql://h/d?user=u&password=p4ssw0rd1',
    'jdbc:oracle:thin:u/p4ss@h:1521:x',
    'acme://u:p4ssw0rd@h',
    'Server=h;Password=p4ssw0rd1;',
    `DefaultEndpointsProtocol=https;AccountName=a;AccountKey=${'qYDOYO0/XB5DkK/HXGY65h7fvv=='};`,
    `https://discord.com/api/webhooks/123456789012345678/${'Zp2Lw9Xv4Tn8Rb3Yc6Hd'.repeat(3)}`,
    `https://acct.blob.core.windows.net/c?sv=2022&sig=${'Zp2Lw9Xv4Tn8Rb3Yc6Hd1Jg5'}`,
    jwt({ sub: 'x'.repeat(900) }),
    pem,
    pem.replaceAll('\n', '\\n'),
    `PRIVATE_KEY="${pem}"`,
    `PRIVATE_KEY="${pem.replaceAll('\n', '\\n')}"`,
    Buffer.from(pem).toString('base64'),
    JSON.stringify({ type: 'service_account', project_id: 'x', private_key: pem }, null, 2),
    Buffer.from(JSON.stringify({ type: 'service_account', private_key: pem })).toString('base64'),
  ])('is one, whatever it is called: case %#', (text) => {
    expect(kindOf(text)).toBe('secret');
    expect(kindOf(text, { name: 'X' })).toBe('secret');
  });

  it('is kept whole', () => {
    expect(detect(`DATABASE_URL=${'mysql://u:p4ss@h/d'}`).value.reveal()).toBe('mysql://u:p4ss@h/d');
    expect(detect('Server=h;Password=p4ssw0rd1;').value.reveal()).toBe('Server=h;Password=p4ssw0rd1;');
    expect(detect(`${pem}\n`).value.reveal()).toBe(pem);
  });
});
