import { z } from 'zod';
import { dialects } from '../../envfile/dialects.ts';
import type { BackupContent, ReadBackup } from '../../vault/backup-content.ts';
import { vaultError } from '../../vault/errors.ts';
import { copyPolicies, fieldLimits, rotationIntervals, tagCount } from '../../vault/keys/key-choices.ts';
import { latestTime } from '../../vault/records.ts';
import { Secret } from '../../vault/secret.ts';
import { settingsAmong } from '../../vault/settings/setting-values.ts';
import { hasMoreParts, isTooDeep } from '../json-depth.ts';
import { leaveOut } from './left-out.ts';

/**
 * What is inside a backup's encryption: UTF-8 JSON, for other programs to read as well.
 *
 *     { "format": "clavis-backup", "version": 1, "madeAt",
 *       "keys": [{ "id", "name", "provider", "envVar", "copyPolicy": "once" | "always", "rotateEveryDays": days | null,
 *         "note", "tags": [], "pinned", "createdAt", "updatedAt", "lastUsedAt",
 *         "versions": [{ "number", "state": "current" | "previous", "value", "grants", "createdAt",
 *           "currentSince"?, "graceEndsAt" }] }],
 *       "projects": [{ "id", "name", "root",
 *         "targets": [{ "id", "file", "dialect", "expands", "outsideGit", "bindings": [{ "envVar", "keyId" }] }] }],
 *       "settings": { "leaseSeconds", "graceDays", … } }, any of the settings there are
 *
 * Times are ms since the epoch, UTC, or null. Further fields, settings and dialects are for later versions to add: what a
 * version doesn't know is left out, counted and said. What changes the meaning of these raises `version`.
 */
const format = 'clavis-backup';
/** 200 for each of the most keys. */
const mostParts = 4_000_000;
const version = 1;

const time = z.int().min(0).max(latestTime);
const id = z.string().min(1).max(200);
/** A path or a variable, as long as any key's name may be sent; the vault checks all of them again, with words. */
const short = z.string().max(fieldLimits.name.letIn);
const copyPolicy = z.enum(copyPolicies);
const rotateEveryDays = z.literal(rotationIntervals);

const versionShape = z.strictObject({
  number: z.int().min(1).max(1_000_000),
  state: z.enum(['current', 'previous']),
  value: z
    .string()
    .max(1_000_000)
    .transform((text) => new Secret(text)),
  grants: z.int().min(0),
  createdAt: time,
  currentSince: time.exactOptional(),
  graceEndsAt: time.nullable(),
});

const keyShape = z.strictObject({
  id,
  name: short,
  provider: z.string().max(fieldLimits.provider.letIn),
  envVar: short,
  copyPolicy,
  rotateEveryDays,
  note: z.string().max(fieldLimits.note.letIn),
  tags: z.array(z.string().max(fieldLimits.tag.letIn)).max(tagCount.letIn),
  pinned: z.boolean(),
  createdAt: time,
  updatedAt: time,
  lastUsedAt: time.nullable(),
  versions: z.tuple([versionShape], versionShape).refine(isOneOfEach),
});

const targetShape = z.strictObject({
  id,
  file: short,
  dialect: z.enum(dialects),
  expands: z.boolean(),
  outsideGit: z.boolean(),
  bindings: z.array(z.strictObject({ envVar: short, keyId: id })).max(10_000),
});

const contentShape = z.strictObject({
  format: z.literal(format),
  version: z.literal(version),
  madeAt: time,
  keys: z.array(keyShape).max(20_000).refine(haveOwnIds),
  projects: z
    .array(z.strictObject({ id, name: short, root: short, targets: z.array(targetShape).max(10_000) }))
    .max(20_000),
  settings: z.record(z.string(), z.unknown()),
});

const heading = z.object({ format: z.literal(format), version: z.int().min(1) });

/** The plaintext, in a buffer of its own, for the caller to wipe. */
export function toJson({ madeAt, keys, projects, settings }: BackupContent): Uint8Array<ArrayBuffer> {
  const revealed = keys.map(({ versions, ...fields }) => ({
    ...fields,
    versions: versions.map((one) => ({ ...one, value: one.value.reveal() })),
  }));
  const content = { format, version, madeAt, keys: revealed, projects, settings };
  return new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`);
}

/**
 * `file` is the backup's name for people.
 * @throws BACKUP_NOT_OURS, which names the place and never what is there; BACKUP_NEWER
 */
export function fromJson(bytes: Uint8Array, file: string): ReadBackup {
  const parsed = parse(bytes, file);
  const head = heading.safeParse(parsed);
  if (!head.success) throw vaultError('BACKUP_NOT_OURS', { file, reason: { code: 'OTHER_CONTENT' } });
  if (head.data.version > version) throw vaultError('BACKUP_NEWER', { file });
  const whole = contentShape.safeParse(parsed);
  const leftOut = leaveOut(parsed, whole.error?.issues ?? []);
  const content = whole.success ? whole : contentShape.safeParse(parsed);
  if (!content.success) {
    const place = content.error.issues[0]?.path.map(String).join('.') ?? '';
    throw vaultError('BACKUP_NOT_OURS', { file, reason: { code: 'CONTENT_WRONG', place } });
  }
  const { madeAt, keys, projects, settings: found } = content.data;
  const settings = settingsAmong(found);
  const unknownSettings = Object.keys(found).length - Object.keys(settings).length;
  return { madeAt, keys, projects, settings, leftOut: { ...leftOut, settings: unknownSettings } };
}

function parse(bytes: Uint8Array, file: string): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (isTooDeep(text) || hasMoreParts(text, mostParts))
      throw new RangeError('it nests too deep, or has too many parts');
    return JSON.parse(text);
  } catch {
    // The parser's own message would quote what it read.
    throw vaultError('BACKUP_NOT_OURS', { file, reason: { code: 'NO_JSON' } });
  }
}

function isOneOfEach(versions: readonly { number: number; state: string }[]): boolean {
  const differ = (what: readonly unknown[]): boolean => new Set(what).size === versions.length;
  return differ(versions.map(({ state }) => state)) && differ(versions.map(({ number }) => number));
}

function haveOwnIds(keys: readonly { id: string }[]): boolean {
  return new Set(keys.map((key) => key.id)).size === keys.length;
}
