import { z } from 'zod';
import { errorCodes } from '../vault/errors.ts';
import { activityKinds } from '../vault/records.ts';

/** The shapes that cross to the renderer. Strict: a field that is not named here does not cross (invariant 1). */

export const id = z.string().min(1).max(64);
/** Milliseconds since the epoch, UTC. */
const time = z.number().int();
const copyPolicy = z.enum(['once', 'always']);
const last4 = z.string().max(8).nullable();

/** What a person says of a key. Lengths are checked again, with words, by the vault. */
export const keyFields = z.strictObject({
  name: z.string().max(10_000),
  provider: z.string().max(64),
  envVar: z.string().max(10_000),
  copyPolicy,
  rotateEveryDays: z.union([z.literal(30), z.literal(60), z.literal(90), z.literal(180), z.null()]),
  note: z.string().max(100_000),
  tags: z.array(z.string().max(1_000)).max(100),
});

export const callError = z.strictObject({
  code: z.enum(errorCodes),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const keyView = z.strictObject({
  id,
  name: z.string(),
  provider: z.string(),
  envVar: z.string(),
  copyPolicy,
  rotateEveryDays: z.number().int().nullable(),
  note: z.string(),
  tags: z.array(z.string()),
  pinned: z.boolean(),
  last4,
  /** Of the current value. */
  version: z.number().int(),
  createdAt: time,
  updatedAt: time,
  rotatedAt: time,
  lastUsedAt: time.nullable(),
  /** When rotation is due; null for never. In the past: it is due. */
  rotationDueAt: time.nullable(),
  /** Whether Copy will work: `always`, once (`ready`), or not until allowed (`spent`). */
  grant: z.enum(['always', 'ready', 'spent']),
  /** Until when the last rotation can be undone; null if it can't. */
  undoRotationUntil: time.nullable(),
  /** Number of projects that use it. */
  projects: z.number().int(),
});

/** What the clipboard seems to hold; never the value, and `last4` only for 16 bytes and more (invariant 7). */
export const clipboardOffer = z.strictObject({
  offerId: id,
  /** A provider's id, or '' where none is recognised. */
  provider: z.string(),
  /** What kind of key, in words: "OpenAI project key". */
  label: z.string(),
  last4,
  name: z.string(),
  envVar: z.string(),
  /** The name of the key that holds this very value already. */
  heldBy: z.string().nullable(),
});

export const leaseView = z.strictObject({ keyId: id, startedAt: time, endsAt: time });

export const providerView = z.strictObject({ id: z.string(), name: z.string(), envVar: z.string() });

export const bindingView = z.strictObject({
  envVar: z.string(),
  /** null: unbound, its line goes with the next export. */
  keyId: id.nullable(),
  exportedAt: time.nullable(),
});

export const targetView = z.strictObject({
  id,
  file: z.string(),
  dialect: z.enum(['dotenv', 'docker', 'shell', 'json']),
  bindings: z.array(bindingView),
  /** Whether the file's reader expands `$name` (Vite, Next, Bun, dotenv-expand). */
  expands: z.boolean(),
  /** The person said that this file is none of git's business. */
  outsideGit: z.boolean(),
  /** Number of variables whose current value was not exported yet. */
  pending: z.number().int(),
});

/** An env file that main found in a project, there to be added by its id (invariant 2). */
export const candidateView = z.strictObject({
  candidateId: id,
  file: z.string(),
  dialect: z.enum(['dotenv', 'docker', 'shell', 'json']),
});

/** How a target's file stands beside the vault. */
export const driftView = z.strictObject({
  targetId: id,
  file: z.enum(['present', 'missing']).nullable(),
  /** Why the file could not be compared; `file` is null then. */
  error: callError.nullable(),
  variables: z.array(
    z.strictObject({
      envVar: z.string(),
      /**
       * same · rotated: the vault has a newer value than was exported · edited: somebody changed the line · missing: the
       * line is gone · new: not exported yet · leaving: unbound, its line goes with the next export.
       */
      state: z.enum(['same', 'rotated', 'edited', 'missing', 'new', 'leaving']),
    }),
  ),
});

/** A variable of an existing file, masked, with what it seems to be. */
export const importVariable = z.strictObject({
  name: z.string(),
  /** "OpenAI project key", or '' where the value tells nothing. */
  label: z.string(),
  provider: z.string(),
  last4,
  /** Proposed: its value or its name looks like a secret. */
  secret: z.boolean(),
  /** The key that holds this very value already: it would be bound, not kept twice. */
  heldBy: z.string().nullable(),
  /** It is bound in this file already. */
  bound: z.boolean(),
});

export const importView = z.strictObject({ importId: id, file: z.string(), variables: z.array(importVariable) });

/** What `.env.example` would get: names alone. */
export const exampleView = z.strictObject({
  exampleId: id,
  file: z.string(),
  exists: z.boolean(),
  added: z.array(z.string()),
});

export const exportOutcome = z.strictObject({
  targetId: id,
  project: z.string(),
  file: z.string(),
  written: z.number().int(),
  removed: z.number().int(),
  /** Why this one was not written; the others went on. */
  error: callError.nullable(),
});

export const projectView = z.strictObject({
  id,
  name: z.string(),
  /** For the eye only; no call takes a path (invariant 2). */
  root: z.string(),
  targets: z.array(targetView),
});

export const previewView = z.strictObject({
  previewId: id,
  file: z.string(),
  /** Whether the file is there already. */
  exists: z.boolean(),
  changes: z.array(
    z.strictObject({
      envVar: z.string(),
      kind: z.enum(['added', 'changed', 'kept', 'removed']),
      keyId: id.nullable(),
      last4,
    }),
  ),
  /** Variables in the file that no binding of ours names: they stay as they are. */
  notOurs: z.array(z.string()),
  /** Variables that the file defines more than once: the earlier lines are read by few programs. */
  shadowed: z.array(z.string()),
  git: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('safe'), why: z.enum(['ignored', 'no-repository', 'outside-git']) }),
    z.strictObject({ kind: z.literal('tracked') }),
    z.strictObject({ kind: z.literal('exposed'), ignoreFile: z.string(), line: z.string() }),
    z.strictObject({ kind: z.literal('unknown'), said: z.string() }),
  ]),
});

export const activityView = z.strictObject({
  id: z.number().int(),
  at: time,
  kind: z.enum(activityKinds),
  keyId: id.nullable(),
  subject: z.string(),
  detail: z.string(),
});

export const settingsView = z.strictObject({ leaseSeconds: z.number().int().min(5).max(300) });

/** How the keychain was when it was last asked. */
export const keychainView = z.strictObject({ state: z.enum(['ready', 'locked', 'missing', 'failing']) });
