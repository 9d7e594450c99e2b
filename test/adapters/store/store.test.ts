import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../electron/adapters/database/database.ts';
import { migrations } from '../../../electron/adapters/database/migrations/all.ts';
import { type OpenStore, openStore } from '../../../electron/adapters/store/store.ts';
import { dialects } from '../../../electron/envfile/index.ts';
import { isVaultError } from '../../../electron/vault/errors.ts';
import { copyPolicies } from '../../../electron/vault/keys/key-choices.ts';
import { activityKinds, type KeyRecord, protectionDowngradeKinds, repeatMs } from '../../../electron/vault/records.ts';
import { keyRecord, versionRecord } from '../../support/records.ts';

let folder: string;
let databaseFile: string;
let store: OpenStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clavis-store-'));
  databaseFile = join(folder, 'clavis.db');
  store = openStore(databaseFile);
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A key with one version. */
function addKey(id: string, changes: Partial<KeyRecord> = {}): KeyRecord {
  const key = keyRecord(id, changes);
  store.keys.insert(key, key.name.toLowerCase());
  store.versions.insert(versionRecord(id, 1));
  return key;
}

function addProject(id: string, targets: readonly string[]): void {
  store.projects.insert({ id, name: id, root: `/${id}`, createdAt: 1 });
  for (const file of targets) {
    const target = { id: `${id}:${file}`, projectId: id, file, dialect: 'dotenv', expands: false } as const;
    store.targets.insert({ ...target, outsideGit: false });
  }
}

function bind(targetId: string, envVar: string, keyId: string | null): void {
  const unwritten = { exported: null, exportedAt: null, exportedFor: null, writing: null, adoptedFor: null };
  store.bindings.put({ targetId, envVar, keyId, ...unwritten });
}

function reopen(): void {
  store.close();
  store = openStore(databaseFile);
}

describe('keys', () => {
  test('come back as they were put, after a restart too', () => {
    const key = addKey('k', {
      name: 'Ünïcode 🔑 "quoted"',
      provider: 'openai',
      copyPolicy: 'always',
      rotateEveryDays: 90,
      note: 'line\nline\ttab',
      tags: ['work', 'a, b', '日本'],
      pinned: true,
      createdAt: 1_700_000_000_000,
      lastUsedAt: 0,
    });
    const previous = versionRecord('k', 2, { state: 'previous', last4: 'abcd', graceEndsAt: 99, missing: true });
    store.versions.insert(previous);
    reopen();
    const listed = { key, current: versionRecord('k', 1), previous, projects: 0 };
    expect(store.keys.listed()).toEqual([listed]);
    expect(store.keys.findListed('k')).toEqual(listed);
    const { projects: _, ...uncounted } = listed;
    expect(store.keys.find('k')).toEqual(uncounted);
    expect(store.keys.find('other')).toBeNull();
  });

  test('keep any text', () => {
    const id = fc.uuid();
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    const control = fc.string({ unit: fc.constantFrom('\0', "'", '"', '\\', '%', '\n', '\u2028', 'a') });
    const anyText = fc.oneof(text, control);
    fc.assert(
      fc.property(id, anyText, anyText, fc.array(anyText, { maxLength: 4 }), (id, name, note, tags) => {
        const key = keyRecord(id, { name, note, tags });
        store.keys.insert(key, id);
        store.versions.insert(versionRecord(id, 1));
        expect(store.keys.find(id)?.key).toEqual(key);
        store.keys.remove(id);
      }),
      { numRuns: 60 },
    );
  });

  test('are listed by name, small and capital letters alike', () => {
    for (const name of ['beta', 'Alpha', 'GAMMA', 'alphabet']) addKey(name);
    expect(store.keys.listed().map(({ key }) => key.name)).toEqual(['Alpha', 'alphabet', 'beta', 'GAMMA']);
  });

  test('come in pages that make up the list', () => {
    for (const name of ['beta', 'Alpha', 'GAMMA', 'alphabet', 'Éa', 'éb']) addKey(name);
    store.keys.update({ ...addKey('almost'), deletedAt: 1 }, 'almost');
    const names = (after: string, count: number) => store.keys.page(after, count).map(({ key }) => key.name);
    expect(names('', 2)).toEqual(['Alpha', 'alphabet']);
    expect(names('alphabet', 3)).toEqual(['beta', 'GAMMA', 'Éa']);
    // From a name on that went meanwhile, too.
    expect(names('alpine', 10)).toEqual(['beta', 'GAMMA', 'Éa', 'éb']);
    expect(names('éb', 10)).toEqual([]);
  });

  test('are picked out where they are pinned, and of the others those used last', () => {
    for (const [index, name] of ['a', 'b', 'c', 'd', 'e', 'f'].entries()) {
      addKey(name, { pinned: index < 3, lastUsedAt: name === 'f' ? null : 10 - index });
    }
    store.keys.update({ ...addKey('gone', { pinned: true, lastUsedAt: 99 }), deletedAt: 1 }, 'gone');
    expect(store.keys.recent(1).map(({ key }) => key.name)).toEqual(['a', 'b', 'c', 'd']);
    expect(store.keys.recent(9).map(({ key }) => key.name)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('are there until the last one is erased, deleted ones too', () => {
    expect(store.keys.any()).toBe(false);
    const key = addKey('k');
    store.keys.update({ ...key, deletedAt: 1 }, 'k');
    expect(store.keys.any()).toBe(true);
    store.keys.remove('k');
    expect(store.keys.any()).toBe(false);
  });

  test('change as a whole', () => {
    addKey('k');
    const changed = keyRecord('k', { name: 'New', tags: ['x'], pinned: true, updatedAt: 5, rotateEveryDays: 30 });
    store.keys.update(changed, 'new');
    expect(store.keys.find('k')?.key).toEqual(changed);
    expect(store.keys.idByFoldedName('new')).toBe('k');
    expect(store.keys.idByFoldedName('k')).toBeNull();
  });

  test('that are deleted leave the list and free their name, and can come back', () => {
    const key = addKey('k', { name: 'Stripe' });
    store.keys.update({ ...key, deletedAt: 7 }, 'stripe');
    expect(store.keys.listed()).toEqual([]);
    expect(store.keys.deleted().map((listed) => listed.key.id)).toEqual(['k']);
    expect(store.keys.find('k')?.key.deletedAt).toBe(7);
    expect(store.keys.idByFoldedName('stripe')).toBeNull();
    addKey('k2', { name: 'Stripe' });
    expect(() => store.keys.update(key, 'stripe')).toThrow(expect.objectContaining({ code: 'DATABASE_FAILED' }));
    store.keys.remove('k2');
    store.keys.update(key, 'stripe');
    expect(store.keys.listed().map((listed) => listed.key.id)).toEqual(['k']);
  });

  test('can not share a name, and the failure quotes neither', () => {
    addKey('k', { name: 'canary' });
    try {
      addKey('k2', { name: 'CANARY', note: 'canary' });
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({
        code: 'DATABASE_FAILED',
        details: { reason: { code: 'SQLITE', primary: 19 } },
      });
      if (isVaultError(error)) expect(`${error.stack}${JSON.stringify(error)}`.toLowerCase()).not.toContain('canary');
    }
  });

  test('that are removed take their versions along, and leave their bindings unbound', () => {
    addKey('k');
    addKey('other');
    addProject('p', ['.env']);
    bind('p:.env', 'A', 'k');
    bind('p:.env', 'B', 'other');
    store.keys.remove('k');
    expect(store.keys.find('k')).toBeNull();
    expect(store.versions.keyIdByFingerprint('k/1')).toBeNull();
    expect(store.bindings.ofTarget('p:.env').map(({ envVar, keyId }) => [envVar, keyId])).toEqual([
      ['A', null],
      ['B', 'other'],
    ]);
  });

  test('count the projects they are bound in, each once', () => {
    addKey('k');
    addProject('p', ['.env', '.env.local']);
    addProject('q', ['.env']);
    bind('p:.env', 'A', 'k');
    bind('p:.env', 'B', 'k');
    bind('p:.env.local', 'A', 'k');
    expect(store.keys.findListed('k')?.projects).toBe(1);
    bind('q:.env', 'A', 'k');
    expect(store.keys.listed()[0]?.projects).toBe(2);
  });
});

describe('versions', () => {
  test('hand over from one to the next and back', () => {
    addKey('k');
    const old = versionRecord('k', 1, { state: 'previous', graceEndsAt: 50 });
    store.versions.update(old);
    store.versions.insert(versionRecord('k', 2));
    expect(store.keys.find('k')).toMatchObject({ current: { number: 2 }, previous: old });
    store.versions.remove({ keyId: 'k', number: 1 });
    expect(store.keys.find('k')).toMatchObject({ current: { number: 2 }, previous: null });
  });

  test('of one key are never current twice', () => {
    addKey('k');
    expect(() => store.versions.insert(versionRecord('k', 2))).toThrow(
      expect.objectContaining({ code: 'DATABASE_FAILED' }),
    );
  });

  test('show the newest of several previous ones, and each key once', () => {
    addKey('k');
    for (const number of [4, 2, 3]) store.versions.insert(versionRecord('k', number, { state: 'previous' }));
    expect(store.keys.listed().map((listed) => listed.previous?.number)).toEqual([4]);
  });

  test('whose grace ended are found, the moment itself included', () => {
    for (const [id, graceEndsAt] of [
      ['a', 10],
      ['b', 11],
      ['c', null],
    ] as const) {
      addKey(id);
      store.versions.insert(versionRecord(id, 2, { state: 'previous', graceEndsAt }));
    }
    expect(store.versions.graceEnded(9)).toEqual([]);
    expect(store.versions.graceEnded(10).map(({ keyId }) => keyId)).toEqual(['a']);
    expect(store.versions.graceEnded(11).map(({ keyId }) => keyId)).toEqual(['a', 'b']);
  });

  test('never get a number twice, whatever became of its first owner', () => {
    expect(store.versions.highestNumber('k')).toBe(0);
    store.intents.add({ keyId: 'k', number: 1 });
    expect(store.versions.highestNumber('k')).toBe(1);
    addKey('k');
    store.intents.remove({ keyId: 'k', number: 1 });
    store.versions.insert(versionRecord('k', 2, { state: 'previous' }));
    store.versions.remove({ keyId: 'k', number: 2 });
    expect(store.versions.highestNumber('k')).toBe(2);
    store.intents.add({ keyId: 'k', number: 3 });
    store.intents.remove({ keyId: 'k', number: 3 });
    reopen();
    expect(store.versions.highestNumber('k')).toBe(3);
    store.tombstones.add({ keyId: 'k', number: 5 });
    expect(store.versions.highestNumber('k')).toBe(5);
    expect(store.versions.highestNumber('other')).toBe(0);
  });

  test('are found by fingerprint, previous ones too, unless their key is deleted', () => {
    const key = addKey('k');
    store.versions.insert(versionRecord('k', 2, { state: 'previous', fingerprint: 'old' }));
    expect(store.versions.keyIdByFingerprint('k/1')).toBe('k');
    expect(store.versions.keyIdByFingerprint('old')).toBe('k');
    expect(store.versions.keyIdByFingerprint('none')).toBeNull();
    store.keys.update({ ...key, deletedAt: 1 }, 'k');
    expect(store.versions.keyIdByFingerprint('k/1')).toBeNull();
  });
});

describe('what is missing in the keychain', () => {
  test('is noted for each version, and can be taken back', () => {
    addKey('k');
    const previous = versionRecord('k', 2, { state: 'previous', graceEndsAt: 10 });
    store.versions.insert(previous);
    store.versions.update({ ...previous, missing: true });
    reopen();
    expect(store.keys.find('k')).toMatchObject({ current: { missing: false }, previous: { missing: true } });
    expect(store.keys.listed()).toMatchObject([{ current: { missing: false }, previous: { missing: true } }]);
    expect(store.versions.graceEnded(10)).toEqual([{ ...previous, missing: true }]);
    store.versions.update(previous);
    expect(store.keys.find('k')?.previous).toEqual(previous);
  });
});

describe('spent copy grants', () => {
  const spent = (keyId: string, number: number, fingerprint: string) =>
    versionRecord(keyId, number, { fingerprint, grants: 0 });

  test('are those of the version with the fewest, deleted keys included', () => {
    expect(store.versions.fewestGrants('hash')).toBeNull();
    for (const id of ['k', 'l']) addKey(id);
    store.versions.update(versionRecord('k', 1, { fingerprint: 'hash' }));
    expect(store.versions.fewestGrants('hash')).toBe(1);
    store.versions.update(spent('l', 1, 'hash'));
    store.keys.update(keyRecord('l', { deletedAt: 5 }), 'l');
    expect(store.versions.fewestGrants('hash')).toBe(0);
  });

  test('stay spent after their version is removed, and after their key is', () => {
    for (const id of ['k', 'l']) addKey(id);
    store.versions.update(spent('k', 1, 'of-the-key'));
    store.versions.insert({ ...spent('k', 2, 'of-the-version'), state: 'previous' });
    store.versions.remove({ keyId: 'k', number: 2 });
    expect(store.versions.fewestGrants('of-the-version')).toBe(0);
    store.keys.remove('k');
    reopen();
    for (const fingerprint of ['of-the-key', 'of-the-version']) {
      expect(store.versions.fewestGrants(fingerprint)).toBe(0);
      // Kept again and spent again: it is known already.
      store.versions.update(spent('l', 1, fingerprint));
    }
    store.keys.remove('l');
    expect(store.versions.fewestGrants('of-the-version')).toBe(0);
  });

  test('of a value that was never copied are forgotten with it', () => {
    addKey('k');
    store.versions.insert(versionRecord('k', 2, { state: 'previous' }));
    store.versions.remove({ keyId: 'k', number: 2 });
    store.keys.remove('k');
    expect(store.versions.fewestGrants('k/1')).toBeNull();
    expect(store.versions.fewestGrants('k/2')).toBeNull();
  });
});

test.each(['intents', 'tombstones'] as const)('%s outlive their key and can be noted twice', (table) => {
  const refs = [
    { keyId: 'k', number: 1 },
    { keyId: 'k', number: 2 },
  ] as const;
  addKey('k');
  for (const ref of [...refs, ...refs]) store[table].add(ref);
  store.keys.remove('k');
  reopen();
  expect(store[table].all()).toEqual(refs);
  store[table].remove(refs[0]);
  store[table].remove(refs[0]);
  expect(store[table].all()).toEqual([refs[1]]);
});

describe('projects', () => {
  test('come back with their targets', () => {
    addProject('p', ['.env.local', '.env']);
    const shell = {
      id: 't',
      projectId: 'p',
      file: 'env.sh',
      dialect: 'shell',
      expands: true,
      outsideGit: true,
    } as const;
    store.targets.insert(shell);
    reopen();
    expect(store.projects.all()).toEqual([{ id: 'p', name: 'p', root: '/p', createdAt: 1 }]);
    expect(store.projects.find('p')?.root).toBe('/p');
    expect(store.projects.find('q')).toBeNull();
    expect(store.targets.ofProject('p').map(({ file }) => file)).toEqual(['.env', '.env.local', 'env.sh']);
    expect(store.targets.find('t')).toEqual(shell);
    expect(store.targets.find('u')).toBeNull();
  });

  test('hold a target of every dialect there is', () => {
    addProject('p', []);
    for (const dialect of dialects) {
      const target = { id: dialect, projectId: 'p', file: dialect, dialect, expands: false, outsideGit: false };
      store.targets.insert(target);
      expect(store.targets.find(dialect)).toEqual(target);
    }
  });

  test('change a target, and no other', () => {
    addProject('p', ['.env', '.env.local']);
    bind('p:.env', 'A', null);
    const docker = { id: 'p:.env', projectId: 'p', file: '.env', dialect: 'docker', expands: true } as const;
    const changed = { ...docker, outsideGit: true };
    store.targets.update(changed);
    reopen();
    expect(store.targets.find('p:.env')).toEqual(changed);
    expect(store.targets.find('p:.env.local')).toMatchObject({ dialect: 'dotenv', expands: false, outsideGit: false });
    expect(store.bindings.ofTarget('p:.env').map(({ envVar }) => envVar)).toEqual(['A']);
  });

  test('lose a target with its bindings, not its neighbours', () => {
    addProject('p', ['.env', '.env.local']);
    addKey('k');
    bind('p:.env', 'A', 'k');
    bind('p:.env.local', 'A', 'k');
    store.targets.remove('p:.env');
    reopen();
    expect(store.targets.ofProject('p').map(({ file }) => file)).toEqual(['.env.local']);
    expect(store.bindings.ofKey('k').map(({ targetId }) => targetId)).toEqual(['p:.env.local']);
    expect(store.keys.findListed('k')?.projects).toBe(1);
  });

  test('take targets and bindings along when they are removed, not the keys', () => {
    addKey('k');
    addProject('p', ['.env']);
    addProject('q', ['.env']);
    bind('p:.env', 'A', 'k');
    bind('q:.env', 'A', 'k');
    store.projects.remove('p');
    expect(store.targets.ofProject('p')).toEqual([]);
    expect(store.bindings.ofKey('k').map(({ targetId }) => targetId)).toEqual(['q:.env']);
    expect(store.keys.findListed('k')?.projects).toBe(1);
  });
});

describe('bindings', () => {
  test('keep the order in which they were bound, also when one is bound again', () => {
    addKey('k');
    addKey('l');
    addProject('p', ['.env']);
    for (const envVar of ['ZED', 'ALPHA', 'MID']) bind('p:.env', envVar, 'k');
    const exported = {
      targetId: 'p:.env',
      envVar: 'ZED',
      keyId: 'l',
      exported: 'hash',
      exportedAt: 5,
      exportedFor: 'k/1',
      writing: 'next',
      adoptedFor: 'k',
    };
    store.bindings.put(exported);
    expect(store.bindings.ofTarget('p:.env').map(({ envVar }) => envVar)).toEqual(['ZED', 'ALPHA', 'MID']);
    expect(store.bindings.ofTarget('p:.env')[0]).toEqual(exported);
    expect(store.bindings.ofKey('k').map(({ envVar }) => envVar)).toEqual(['ALPHA', 'MID']);
    store.bindings.remove('p:.env', 'ALPHA');
    store.bindings.remove('p:.env', 'ALPHA');
    bind('p:.env', 'ALPHA', null);
    expect(store.bindings.ofTarget('p:.env').map(({ envVar }) => envVar)).toEqual(['ZED', 'MID', 'ALPHA']);
  });

  test('remember what an export is about to write, and forget it, after a restart too', () => {
    addProject('p', ['.env']);
    const binding = {
      targetId: 'p:.env',
      envVar: 'A',
      keyId: null,
      exported: 'old',
      exportedAt: 5,
      exportedFor: null,
      adoptedFor: null,
    } as const;
    for (const writing of ['new', null]) {
      store.bindings.put({ ...binding, writing });
      reopen();
      expect(store.bindings.ofTarget('p:.env')).toEqual([{ ...binding, writing }]);
    }
  });

  test('need a target and a key that are there', () => {
    addProject('p', ['.env']);
    expect(() => bind('gone', 'A', null)).toThrow(expect.objectContaining({ code: 'DATABASE_FAILED' }));
    expect(() => bind('p:.env', 'A', 'gone')).toThrow(expect.objectContaining({ code: 'DATABASE_FAILED' }));
  });
});

test('activity of every kind comes newest first, of one key where it is asked for, and outlives the key', () => {
  addKey('k');
  for (const [at, kind] of activityKinds.entries()) {
    store.activity.append({ at, kind, keyId: at % 2 === 0 ? 'k' : null, subject: kind, detail: `${at}` });
  }
  store.keys.remove('k');
  const all = store.activity.latest(100);
  expect(all.map(({ kind }) => kind)).toEqual([...activityKinds].reverse());
  expect(all.at(-1)).toEqual({
    ...{ id: 1, at: 0, firstAt: 0, count: 1 },
    ...{ kind: 'added', keyId: 'k', subject: 'added', detail: '0' },
  });
  expect(store.activity.latest(2).map(({ at }) => at)).toEqual([activityKinds.length - 1, activityKinds.length - 2]);
  expect(store.activity.latest(2, 'k').map(({ detail }) => Number(detail) % 2)).toEqual([0, 0]);
  expect(store.activity.latest(2, 'none')).toEqual([]);
});

test('there is one lease or none, after a restart too', () => {
  expect(store.lease.get()).toBeNull();
  for (const keyId of ['k', 'l']) store.lease.set({ keyId, fingerprint: 'hash', startedAt: 1, endsAt: 2 });
  reopen();
  expect(store.lease.get()).toEqual({ keyId: 'l', fingerprint: 'hash', startedAt: 1, endsAt: 2 });
  store.lease.set(null);
  expect(store.lease.get()).toBeNull();
});

test('only settings that were set are there', () => {
  expect(store.settings.get()).toEqual({});
  store.settings.set({ leaseSeconds: 60 });
  store.settings.set({});
  reopen();
  expect(store.settings.get()).toEqual({ leaseSeconds: 60 });
  store.settings.set({ graceDays: 0 });
  reopen();
  expect(store.settings.get()).toEqual({ leaseSeconds: 60, graceDays: 0 });
});

describe('a commit', () => {
  test('gives what its work gives', () => {
    expect(store.commit(() => 7)).toBe(7);
  });

  test('whose work throws changes nothing, and the error is the one thrown', () => {
    const error = new Error('mine');
    const work = (): void => {
      addKey('k');
      store.settings.set({ leaseSeconds: 60 });
      throw error;
    };
    expect(() => store.commit(work)).toThrow(error);
    expect(store.keys.listed()).toEqual([]);
    expect(store.settings.get()).toEqual({});
    store.commit(() => addKey('k'));
    expect(store.keys.listed()).toHaveLength(1);
  });

  test('is seen by others as a whole', () => {
    const other = new DatabaseSync(databaseFile, { readOnly: true });
    const seen = (): unknown => other.prepare('SELECT count(*) AS n FROM keys').get()?.['n'];
    store.commit(() => {
      addKey('k');
      expect(seen()).toBe(0);
      addKey('l');
    });
    expect(seen()).toBe(2);
    other.close();
  });

  test('inside another belongs to it', () => {
    expect(() =>
      store.commit(() => {
        store.commit(() => addKey('inner'));
        throw new Error('outer');
      }),
    ).toThrow('outer');
    expect(store.keys.listed()).toEqual([]);
  });

  test('inside another that throws takes back its own part alone', () => {
    store.commit(() => {
      addKey('outer');
      expect(() =>
        store.commit(() => {
          addKey('inner');
          throw new Error('inner');
        }),
      ).toThrow('inner');
    });
    expect(store.keys.listed().map(({ key }) => key.id)).toEqual(['outer']);
  });
});

test('a vault of version 2 opens with nothing missing, nothing half written, and its spent grants still spent', () => {
  const file = join(folder, 'old.db');
  const old = openDatabase(file, migrations.slice(0, 2));
  old.exec(`
    INSERT INTO keys VALUES ('k', 'Stripe', 'stripe', 'stripe', 'A', 'once', NULL, '', '[]', 0, 1, 1, NULL, NULL, 0);
    INSERT INTO versions VALUES ('k', 1, 'previous', NULL, 'spent', 0, 1, 9), ('k', 2, 'current', NULL, 'ready', 1, 7, NULL);
    INSERT INTO projects VALUES ('p', 'p', '/p', 1);
    INSERT INTO targets VALUES ('t', 'p', '.env', 'dotenv', 0, 0);
    INSERT INTO bindings VALUES (1, 't', 'A', 'k', 'hash', 5);
  `);
  old.close();
  const updated = openStore(file);
  expect(updated.keys.find('k')).toMatchObject({
    current: { missing: false, currentSince: 7 },
    previous: { missing: false, currentSince: 1 },
  });
  const written = { exported: 'hash', exportedAt: 5, exportedFor: null, writing: null };
  // Whose line it was, nobody knows: it counts as the person's.
  const binding = { targetId: 't', envVar: 'A', keyId: 'k', ...written, adoptedFor: 'k' };
  expect(updated.bindings.ofTarget('t')).toEqual([binding]);
  updated.keys.remove('k');
  expect(updated.versions.fewestGrants('spent')).toBe(0);
  expect(updated.versions.fewestGrants('ready')).toBeNull();
  updated.close();
  const raw = new DatabaseSync(file);
  expect(() => raw.exec('INSERT INTO spent VALUES (NULL)')).toThrow(/NOT NULL/);
  raw.close();
});

describe('an entry of the activity that repeats one', () => {
  const entry = { kind: 'edited', keyId: null, subject: 'A', detail: '' } as const;
  const listed = () =>
    store.activity.latest(10).map(({ subject, at, firstAt, count }) => [subject, firstAt, at, count]);

  test('is counted there for ten minutes from the first, and is the newest then', () => {
    store.activity.append({ ...entry, at: 1_000 });
    store.activity.append({ ...entry, at: 2_000, subject: 'B' });
    store.activity.append({ ...entry, at: 3_000 });
    expect(listed()).toEqual([
      ['A', 1_000, 3_000, 2],
      ['B', 2_000, 2_000, 1],
    ]);
    store.activity.append({ ...entry, at: 1_000 + repeatMs });
    store.activity.append({ ...entry, at: 1_001 + repeatMs });
    expect(listed()).toEqual([
      ['A', 1_001 + repeatMs, 1_001 + repeatMs, 1],
      ['A', 1_000, 1_000 + repeatMs, 3],
      ['B', 2_000, 2_000, 1],
    ]);
  });

  test.each([
    ['another kind', { kind: 'copied' }],
    ['another key', { keyId: 'k' }],
    ['another name', { subject: 'a' }],
    ['another detail', { detail: 'was B' }],
    ['a clock that was set back', { at: 999 }],
  ] as const)('is none with %s', (_what, other) => {
    store.activity.append({ ...entry, at: 1_000 });
    store.activity.append({ ...entry, at: 1_000, ...other });
    expect(store.activity.latest(10).map(({ count }) => count)).toEqual([1, 1]);
  });

  test('never brings an id back', () => {
    store.activity.append({ ...entry, at: 1 });
    store.activity.append({ ...entry, at: 2 });
    store.activity.append({ ...entry, at: 3, subject: 'B' });
    store.activity.append({ ...entry, at: 4 });
    expect(store.activity.latest(10).map(({ id }) => id)).toEqual([4, 3]);
  });
});

test('what loosened a protection is found by an index of its own, which names the same kinds', () => {
  const kinds = protectionDowngradeKinds.map((kind) => `'${kind}'`).join(', ');
  const database = new DatabaseSync(databaseFile);
  const plan = database
    .prepare(`EXPLAIN QUERY PLAN SELECT id FROM activity WHERE id < 9 AND kind IN (${kinds}) ORDER BY id DESC`)
    .all();
  database.close();
  expect(JSON.stringify(plan)).toContain('activity_loosened');
});

test('keys of every copy policy there is are kept', () => {
  for (const copyPolicy of copyPolicies) {
    addKey(copyPolicy, { copyPolicy });
    expect(store.keys.find(copyPolicy)?.key.copyPolicy).toBe(copyPolicy);
  }
});

test('activity is read on from any entry, all of it or what loosened a protection, of one key or of all', () => {
  const kinds = ['added', 'loosened', 'edited', 'allowed-copy', 'linked', 'copied'] as const;
  for (const [at, kind] of kinds.entries()) {
    store.activity.append({ at, kind, keyId: at < 3 ? 'k' : null, subject: `${at}`, detail: '' });
  }
  const read = (...args: Parameters<typeof store.activity.latest>) =>
    store.activity.latest(...args).map(({ subject }) => subject);
  expect(read(2)).toEqual(['5', '4']);
  expect(read(2, undefined, { before: 5 })).toEqual(['3', '2']);
  expect(read(9, undefined, { only: 'loosened' })).toEqual(['4', '3', '1']);
  expect(read(9, undefined, { only: 'loosened', before: 4 })).toEqual(['1']);
  expect(read(9, 'k', { before: 3 })).toEqual(['1', '0']);
  expect(read(9, 'k', { only: 'loosened' })).toEqual(['1']);
});
