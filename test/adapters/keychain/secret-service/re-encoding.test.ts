import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { OpenKeychain } from '../../../../electron/adapters/keychain/keychain.ts';
import { Secret } from '../../../../electron/vault/secret.ts';
import type { Cut } from '../../../support/counted-bus.ts';
import { countedKeyringOfFile } from '../../../support/counted-keyring.ts';
import { decodeKept } from '../../../support/kept-value.ts';
import { seenItems } from '../../../support/seen-items.ts';

const run = promisify(execFile);
const service = 'Clavis Test';
const pem = '-----BEGIN PRIVATE KEY-----\nQUJD\\n\n-----END PRIVATE KEY-----\n';

/** What an earlier version kept as it was, and a keyring in a text file would change. */
const harmful = [pem, ' sk-blank', 'sk-blank ', 'a\\nb', 'a\tb', 'a\r\nb', 'clavis-base64:x', '{TITLE}', 'ключ'];
const harmless = ['sk-proj-abc', 'two words', 'a=b;c'];

const counted = countedKeyringOfFile(service);

async function withKeychain<T>(work: (keychain: OpenKeychain) => Promise<T>): Promise<T> {
  const keychain = counted().openKeychain();
  try {
    return await work(keychain);
  } finally {
    await keychain.close();
  }
}

const encode = (account: string, isIntact: boolean | null = true) =>
  withKeychain((keychain) => keychain.encodeRaw(account, async () => isIntact));
const read = (account: string) => withKeychain(async (keychain) => (await keychain.read(account))?.reveal());
const items = (account: string) => seenItems(counted().keyring.env, service, account);

test('what a keyring could change is encoded, in one item with the same label; the rest stays as it is', async () => {
  for (const [at, value] of [...harmful, ...harmless].entries()) {
    const account = `raw/${at}`;
    await counted().keyring.store(service, account, value);
    expect(await encode(account)).toBe(harmful.includes(value) ? 'encoded' : 'harmless');
    const seen = await items(account);
    expect(seen).toHaveLength(1);
    expect(seen[0]?.label).toBe(account);
    expect(seen[0]?.attributes['clavis-encoding']).toBe(harmful.includes(value) ? 'base64' : undefined);
    expect(decodeKept(seen[0]?.secret ?? '')).toBe(value);
    expect(await read(account)).toBe(value);
    expect(await encode(account)).toBe('harmless');
  }
});

test('the guide’s command prints an encoded value as it was given', async () => {
  const guide = await readFile(new URL('../../../../docs/guide.md', import.meta.url), 'utf8');
  const [command = ''] = /^secret-tool lookup .*\\\n.*urlsafe_b64decode.*$/m.exec(guide) ?? [];
  for (const [at, value] of [pem, 'a\nb?>', 'ÿ\\~\n'].entries()) {
    await withKeychain((keychain) => keychain.write(`guide/${at}`, new Secret(value)));
    const shell = command.replace('service Clavis', `service '${service}'`).replace('<key id>/1', `guide/${at}`);
    const { stdout } = await run('sh', ['-c', shell], { env: { ...process.env, ...counted().keyring.env } });
    expect(stdout).toBe(value);
  }
});

test('a value that is not what was kept, or of which that can’t be told, is left as it is', async () => {
  await counted().keyring.store(service, 'changed/1', pem);
  expect(await encode('changed/1', false)).toBe('changed');
  expect(await encode('changed/1', null)).toBe('waits');
  expect(await items('changed/1')).toMatchObject([{ secret: pem, label: 'changed/1' }]);
  expect(await encode('absent/1')).toBe('harmless');
});

test('another program’s item is neither read nor changed', async () => {
  await counted().keyring.store(service, 'theirs/1', pem, ['more', '1']);
  counted().bus.reset();
  expect(await encode('theirs/1')).toBe('harmless');
  expect(counted().bus.called).not.toContain('GetSecrets');
  expect(await items('theirs/1')).toMatchObject([{ secret: pem }]);
});

describe('a process that dies at any call', () => {
  const whole = async (account: string) => {
    await counted().keyring.store(service, account, pem);
    counted().bus.reset();
    await encode(account);
    return [...counted().bus.called];
  };

  test.each(['before', 'after'] as const)(
    '%s it was sent leaves the value readable, and the next start does the rest',
    {
      timeout: 120_000,
    },
    async (when: Cut['when']) => {
      const calls = await whole(`whole/${when}`);
      expect(calls).toEqual(expect.arrayContaining(['GetSecrets', 'CreateItem', 'Delete']));
      const outcomes: string[] = [];
      for (const [at] of calls.entries()) {
        const account = `killed-${when}/${at + 1}`;
        await counted().keyring.store(service, account, pem);
        counted().bus.cut({ at: at + 1, when });
        await expect(encode(account)).rejects.toMatchObject({ code: 'KEYCHAIN_MISSING' });
        counted().bus.reset();
        const seen = await items(account);
        expect(seen.map(({ secret }) => decodeKept(secret))).toContain(pem);
        expect(await read(account)).toBe(pem);
        outcomes.push(`${calls[at]}: ${seen.length}`);
        await encode(account);
        const left = await items(account);
        expect(left).toMatchObject([{ attributes: { 'clavis-encoding': 'base64' } }]);
        expect(left).toHaveLength(1);
        expect(await read(account)).toBe(pem);
      }
      // Both items were there for a moment, the encoded one and the old one.
      expect(outcomes).toContain(when === 'before' ? 'Delete: 2' : 'CreateItem: 2');
    },
  );
});
