import { z } from 'zod';
import { fieldLimits, tagCount } from '../../vault/keys/key-choices.ts';
import type { KeyFields } from '../../vault/keys/key-fields.ts';
import type { KeyView } from '../../vault/keys/key-view.ts';
import type { KeptKey } from '../../vault/keys/keys.ts';
import type { ClipboardLook as Look } from '../../vault/keys/offers.ts';
import type { TypedProposal } from '../../vault/keys/recognizing.ts';
import type { Recipe } from '../../vault/records.ts';
import { leaseView } from './lease.ts';
import { exportOutcome, lineOutcome } from './project-views.ts';
import {
  byKey,
  copyPolicy,
  count,
  givenName,
  id,
  last4,
  listOf,
  nothing,
  rotateEveryDays,
  time,
  typedValue,
} from './shapes.ts';

/** What a person says of a key. Lengths are checked again, with words, by the vault. */
export const keyFields = z.strictObject({
  name: givenName,
  provider: z.string().max(fieldLimits.provider.letIn),
  envVar: givenName,
  copyPolicy,
  rotateEveryDays,
  note: z.string().max(fieldLimits.note.letIn),
  tags: listOf(z.string().max(fieldLimits.tag.letIn), tagCount.letIn),
}) satisfies z.ZodType<KeyFields>;

export const keyView = z.strictObject({
  id,
  name: z.string(),
  provider: z.string(),
  envVar: z.string(),
  copyPolicy,
  rotateEveryDays: count.nullable(),
  note: z.string(),
  tags: z.array(z.string()),
  pinned: z.boolean(),
  last4,
  version: count,
  createdAt: time,
  rotatedAt: time,
  lastUsedAt: time.nullable(),
  rotationDueAt: time.nullable(),
  grant: z.enum(['always', 'ready', 'spent']),
  valueMissing: z.boolean(),
  undoRotationUntil: time.nullable(),
  projects: count,
}) satisfies z.ZodType<KeyView>;

const keptKey = keyView.extend({ removed: z.string() }) satisfies z.ZodType<KeptKey>;

/** Never the value, and `last4` only for 16 characters and more (invariant 7). */
const clipboardOffer = z.strictObject({
  offerId: id,
  provider: z.string(),
  label: z.string(),
  last4,
  name: z.string(),
  envVar: z.string(),
  heldBy: z.string().nullable(),
  removed: z.string(),
  odd: z.string(),
});

const clipboardLook = z.strictObject({
  offers: z.array(clipboardOffer),
  refused: z.string(),
}) satisfies z.ZodType<Look>;
export type ClipboardLook = z.infer<typeof clipboardLook>;

/** Nothing in it is a part of the value. */
const typedProposal = z.strictObject({
  provider: z.string(),
  name: z.string(),
  envVar: z.string(),
  heldBy: z.string().nullable(),
}) satisfies z.ZodType<TypedProposal>;

const recipe = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('bytes'),
    bytes: count.min(8).max(1_024),
    encoding: z.enum(['hex', 'base64', 'base64url']),
  }),
  z.strictObject({
    kind: z.literal('text'),
    length: count.min(8).max(1_024),
    alphabet: z.enum(['letters-digits', 'letters-digits-symbols', 'digits']),
  }),
]) satisfies z.ZodType<Recipe>;

/** Absent: no. */
const keepOdd = z.boolean().optional();

export const keyCalls = {
  /** A page of the keys, by name, from the one on that comes after this name ('' for the first); shorter at the end. */
  'keys.list': {
    input: z.strictObject({ after: z.string().max(1_000), count: count.min(1).max(1_000) }),
    result: z.array(keyView),
  },
  /** Whether these fields could be kept, for a new key where the id is null; else every one that is wrong is named. */
  'keys.check': { input: keyFields.extend({ id: id.nullable() }), result: z.null() },
  /** The value inside what was typed; `keepOdd`: with what is odd about it, as the person said after `VALUE_ODD`, `VALUE_REFERENCE` or `VALUE_CIPHERTEXT`. */
  'keys.add': { input: keyFields.extend({ value: typedValue, keepOdd }), result: keptKey },
  /** What a value that is being typed seems to be; nothing of it is kept. */
  'keys.recognize': { input: z.strictObject({ value: typedValue }), result: typedProposal.nullable() },
  /** What is on the clipboard, if it looks like a key. */
  'keys.offer': { input: nothing, result: clipboardLook.nullable() },
  'keys.addFromClipboard': { input: keyFields.extend({ offerId: id, keepOdd }), result: keptKey },
  /** A random value, made in main and never shown. */
  'keys.addGenerated': { input: keyFields.extend({ recipe }), result: keyView },
  'keys.edit': { input: keyFields.extend({ id }), result: keyView },
  'keys.pin': { input: z.strictObject({ id, pinned: z.boolean() }), result: keyView },
  'keys.copy': { input: byKey, result: leaseView },
  'keys.allowCopy': { input: byKey, result: keyView },
  'keys.rotate': { input: z.strictObject({ id, value: typedValue, keepOdd }), result: keptKey },
  'keys.rotateFromClipboard': { input: z.strictObject({ id, offerId: id, keepOdd }), result: keptKey },
  'keys.rotateGenerated': { input: z.strictObject({ id, recipe }), result: keyView },
  'keys.undoRotation': { input: byKey, result: keyView },
  'keys.finishRotation': { input: byKey, result: keyView },
  /** Moves the key to Trash; its lines in files stay as they are. */
  'keys.delete': { input: byKey, result: z.null() },
  /** The same, and asks the person, in main's own question, to take the key's lines out of their files. */
  'keys.deleteWithLines': { input: byKey, result: z.array(lineOutcome) },
  /** What the person chooses, in main's own window, of this key's lines in every file that it is bound in. */
  'keys.writeFiles': { input: byKey, result: z.array(exportOutcome) },
} as const;

export const keyEvents = {
  /** What became of single keys; `changed` is null where the whole list is to be read again. */
  'keys.changed': z.strictObject({ changed: z.array(keyView).nullable(), gone: z.array(id) }),
  /** Told to the main window: show this key. */
  'keys.selected': byKey,
} as const;
