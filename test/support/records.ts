import type { KeyRecord, VersionRecord } from '../../electron/vault/records.ts';

/** A key's row, named as its id. */
export function keyRecord(id: string, changes: Partial<KeyRecord> = {}): KeyRecord {
  return {
    id,
    name: id,
    provider: '',
    envVar: 'API_KEY',
    copyPolicy: 'once',
    rotateEveryDays: null,
    note: '',
    tags: [],
    pinned: false,
    createdAt: 1,
    updatedAt: 1,
    lastUsedAt: null,
    deletedAt: null,
    ...changes,
  };
}

/** A version's row; its fingerprint is its place. */
export function versionRecord(keyId: string, number: number, changes: Partial<VersionRecord> = {}): VersionRecord {
  return {
    keyId,
    number,
    state: 'current',
    last4: null,
    fingerprint: `${keyId}/${number}`,
    grants: 1,
    createdAt: 1,
    currentSince: 1,
    graceEndsAt: null,
    missing: false,
    ...changes,
  };
}
