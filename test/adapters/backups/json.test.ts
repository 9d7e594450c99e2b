import { describe, expect, it } from 'vitest';
import { fromJson, toJson } from '../../../electron/adapters/backups/json.ts';
import { dialects } from '../../../electron/envfile/index.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import { defaultSettings } from '../../../electron/vault/settings/setting-values.ts';
import { backedUpKey, backedUpVersion, backupOf } from '../../vault/backups/support.ts';

const file = 'mine.age';
const read = (content: unknown) => fromJson(new TextEncoder().encode(JSON.stringify(content)), file);
const nothing = { settings: 0, files: 0, activity: 0, parts: 0, fields: 0 };
const target = (dialect: unknown) => ({
  id: 't',
  file: '.env',
  dialect,
  expands: false,
  outsideGit: false,
  bindings: [{ envVar: 'A', keyId: 'k' }],
});
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

  it('of this version has nothing that is left out', () => {
    const whole = backupOf([backedUpKey(1, { versions: [backedUpVersion('a', { currentSince: 2_000 })] })], {
      projects: [{ id: 'p', name: 'shop', root: '/shop', targets: dialects.map((one) => target(one)) }],
      settings: defaultSettings,
    });
    const before = read(whole);
    expect(before.leftOut).toEqual(nothing);
    expect(before).toMatchObject({ settings: defaultSettings, projects: whole['projects'] });
    expect(fromJson(toJson(before), file)).toEqual(before);
  });

  it('of a newer Clavis is read; what this one doesn’t know is left out and counted, by its kind', () => {
    const known = backedUpKey(1, { versions: [backedUpVersion('a')] });
    const version = backedUpVersion('a', { shape: 'round' });
    const newer = backupOf([{ ...known, colour: 'red', versions: [version] }, backedUpKey(2)], {
      projects: [
        {
          id: 'p',
          name: 'shop',
          root: '/shop',
          owner: 'Ada',
          targets: [target('yaml'), target('json'), target('toml')],
        },
      ],
      settings: { weather: 'fine', theme: 'sepia', leaseSeconds: 3_600, graceDays: 3 },
      activity: [{ kind: 'added' }, { kind: 'teleported' }],
      teams: [{ name: 'Ops' }],
    });
    const { keys, projects, settings, leftOut } = read(newer);
    expect(leftOut).toEqual({ settings: 3, files: 2, activity: 2, parts: 1, fields: 3 });
    expect(settings).toEqual({ graceDays: 3 });
    expect(keys).toEqual(read(backupOf([known, backedUpKey(2)])).keys);
    expect(projects).toEqual([{ id: 'p', name: 'shop', root: '/shop', targets: [target('json')] }]);
  });

  it('that is wrong besides is refused all the same, and what is unknown in it is not said', () => {
    const wrong = backupOf([backedUpKey(1, { 'sk-proj-secret': 'sk-proj-secret', pinned: 'sk-proj-secret' })], {
      'sk-proj-secret': 1,
      projects: [{ id: 'p', name: 'shop', root: '/shop', targets: [target('sk-proj-secret'), target(5)] }],
    });
    const error = thrownBy(() => read(wrong));
    expect(error).toMatchObject({ code: 'BACKUP_NOT_OURS' });
    expect(`${error} ${JSON.stringify(error)}`).not.toContain('sk-proj');
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
    ['settings that are a list', { ...backupOf([]), settings: [3_600] }],
    ['no settings', { ...backupOf([]), settings: undefined }],
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
    expect.objectContaining({ details: { file, reason: { code: 'NO_JSON' } } }),
  );
});
