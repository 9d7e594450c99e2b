import { describe, expect, it } from 'vitest';
import { fromJson, toJson } from '../../../electron/adapters/backups/json.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import { backedUpKey, backedUpVersion, backupOf } from '../../vault/backups/support.ts';

const file = 'mine.age';
const read = (content: unknown) => fromJson(new TextEncoder().encode(JSON.stringify(content)), file);
const key = (changes: Record<string, unknown>) => backupOf([backedUpKey(1, changes)]);

describe('what is in a backup', () => {
  it('comes back as it was, values too', () => {
    const before = read(
      backupOf(
        [
          backedUpKey(1, {
            versions: [
              backedUpVersion('a\n"ключ', { currentSince: 2_000 }),
              // As older backups have it.
              backedUpVersion('b', { number: 2, state: 'previous' }),
            ],
          }),
        ],
        {
          projects: [
            {
              id: 'p',
              name: 'shop',
              root: '/home/ada/shop',
              targets: [
                {
                  id: 't',
                  file: '.env',
                  dialect: 'dotenv',
                  expands: true,
                  outsideGit: true,
                  bindings: [{ envVar: 'A', keyId: 'k' }],
                },
              ],
            },
          ],
          settings: { leaseSeconds: 45, graceDays: 3 },
        },
      ),
    );
    const after = fromJson(toJson(before), file);
    expect(after).toEqual(before);
    expect(after.keys[0]?.versions.map(({ value }) => value.reveal())).toEqual(['a\n"ключ', 'b']);
    expect(after.keys[0]?.versions[0].value).toBeInstanceOf(Secret);
  });

  it('may hold more than this version knows', () => {
    const more = key({ colour: 'red', versions: [backedUpVersion('a', { shape: 'round' })] });
    expect(read({ ...more, activity: [], settings: { weather: 'fine', leaseSeconds: 20 } }).settings).toEqual({
      leaseSeconds: 20,
    });
  });

  it('of a later version is not guessed at', () => {
    expect(() => read(backupOf([], { version: 2, keys: 'elsewhere' }))).toThrow(
      expect.objectContaining({ code: 'BACKUP_NEWER' }),
    );
  });

  it.each([
    ['no object', 'hello'],
    ['another format', { ...backupOf([]), format: 'bitwarden' }],
    ['no keys', { ...backupOf([]), keys: undefined }],
    ['a key without a version', key({ versions: [] })],
    ['a key with two current versions', key({ versions: [backedUpVersion('a'), backedUpVersion('b', { number: 2 })] })],
    [
      'one number for two versions',
      key({ versions: [backedUpVersion('a'), backedUpVersion('b', { state: 'previous' })] }),
    ],
    ['a value that is no text', key({ versions: [backedUpVersion('a', { value: 5 })] })],
    ['a number beyond counting', key({ versions: [backedUpVersion('a', { number: 2 ** 60 })] })],
    ['grants below none', key({ versions: [backedUpVersion('a', { grants: -1 })] })],
    ['a policy of its own', key({ copyPolicy: 'never' })],
    ['two keys of one id', backupOf([backedUpKey(1), backedUpKey(1, { name: 'Other' })])],
    ['a lease of an hour', { ...backupOf([]), settings: { leaseSeconds: 3_600 } }],
  ])('with %s is not ours', (_, content) => {
    expect(() => read(content)).toThrow(expect.objectContaining({ code: 'BACKUP_NOT_OURS' }));
  });

  it('is never quoted where it is refused', () => {
    const refusals = [
      () => fromJson(new TextEncoder().encode('sk-proj-secret and no JSON'), file),
      () => read(key({ versions: [backedUpVersion('sk-proj-secret', { number: 'sk-proj-secret' })] })),
      () => read({ ...backupOf([]), format: 'sk-proj-secret' }),
    ];
    for (const refuse of refusals) {
      const error = thrownBy(refuse);
      expect(error).toMatchObject({ code: 'BACKUP_NOT_OURS' });
      expect(`${error} ${JSON.stringify(error)}`).not.toContain('sk-proj');
      expect(error).not.toHaveProperty('cause');
    }
  });
});

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

it('a text of more parts than a backup has is refused before it is parsed', () => {
  const text = `{"format":"clavis-backup","version":1,"keys":[${'[],'.repeat(2_000_000)}1]}`;
  expect(() => fromJson(new TextEncoder().encode(text), file)).toThrow(
    expect.objectContaining({ details: { file, reason: 'what is in it is no JSON' } }),
  );
});
