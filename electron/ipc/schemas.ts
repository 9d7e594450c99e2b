import { z } from 'zod';
import { errorCodes } from '../vault/errors.ts';
import { activityKinds, latestTime } from '../vault/records.ts';

/** The shapes that cross to the renderer. Strict: a field that is not named here does not cross (invariant 1). */

export const id = z.string().min(1).max(64);

/**
 * A list of at most this many from a page. It is refused at the first item that doesn't fit: an issue for each of thousands
 * of wrong ones would hold main up. A list with holes is refused, too: `findIndex` looks at them, `every` and `some` don't.
 */
export function listOf<T>(item: z.ZodType<T>, most: number) {
  return z.custom<T[]>(
    (given) =>
      Array.isArray(given) && given.length <= most && given.findIndex((one) => !item.safeParse(one).success) < 0,
  );
}
/** Milliseconds since the epoch, UTC; with a year on top of the latest one, for what is due some days later. */
const time = z
  .number()
  .int()
  .min(0)
  .max(latestTime + 366 * 24 * 60 * 60 * 1000);
const copyPolicy = z.enum(['once', 'always']);
const last4 = z.string().max(8).nullable();
const rotateEveryDays = z.union([z.literal(30), z.literal(60), z.literal(90), z.literal(180), z.null()]);

/** What a person says of a key. Lengths are checked again, with words, by the vault. */
export const keyFields = z.strictObject({
  name: z.string().max(10_000),
  provider: z.string().max(64),
  envVar: z.string().max(10_000),
  copyPolicy,
  rotateEveryDays,
  note: z.string().max(100_000),
  tags: listOf(z.string().max(1_000), 100),
});

/** A variable's name that was read from a file: nothing else that a file holds crosses (invariant 2). */
const fileName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,119}$/);

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
  rotatedAt: time,
  lastUsedAt: time.nullable(),
  /** When rotation is due; null for never. In the past: it is due. */
  rotationDueAt: time.nullable(),
  /** Whether Copy will work: `always`, once (`ready`), or not until allowed (`spent`). */
  grant: z.enum(['always', 'ready', 'spent']),
  /** The keychain had no value for it when it was last asked. */
  valueMissing: z.boolean(),
  /** Until when the last rotation can be undone; null if it can't. */
  undoRotationUntil: time.nullable(),
  /** Number of projects that use it. */
  projects: z.number().int(),
});

/** A key in Trash. */
export const trashedKey = z.strictObject({
  id,
  name: z.string(),
  provider: z.string(),
  envVar: z.string(),
  last4,
  deletedAt: time,
  /** From when on it is deleted permanently. */
  expiresAt: time,
  /** In how many files a line is or may be that Clavis wrote for it. */
  files: z.number().int(),
});

/** A key that was in Trash, and what it is not bound to any more: "API_KEY in shop/.env, unlinked". */
export const restoredKey = keyView.extend({ lost: z.array(z.string()) });

/** Where a key stands in Trash. */
export const trashPlace = z.strictObject({ deletedAt: time, id });

/** What became of keys that were deleted permanently; `waiting`: values that the keychain did not remove yet. */
export const erasedView = z.strictObject({ keys: z.number().int(), waiting: z.number().int() });

/** A value that the clipboard seems to hold; never the value, and `last4` only for 16 characters and more (invariant 7). */
const clipboardOffer = z.strictObject({
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
  /** What stood around the value, in words ("quotes, line end"); '' for nothing. */
  removed: z.string(),
  /** The odd characters in it, in words; '' for none. */
  odd: z.string(),
});

/** What a typed value seems to be; nothing in it is a part of the value. */
export const typedProposal = z.strictObject({
  provider: z.string(),
  name: z.string(),
  envVar: z.string(),
  /** The name of the key that holds this very value already. */
  heldBy: z.string().nullable(),
});

/** What the clipboard has to offer, several values where its lines have one each; `refused`: why it has none. */
export const clipboardLook = z.strictObject({ offers: z.array(clipboardOffer), refused: z.string() });

/** A key that was given a value, and what stood around that in words; '' for nothing. */
export const keptKey = keyView.extend({ removed: z.string() });

export const leaseView = z.strictObject({ keyId: id, startedAt: time, endsAt: time });

export const providerView = z.strictObject({ id: z.string(), name: z.string(), envVar: z.string() });

const bindingView = z.strictObject({
  envVar: z.string(),
  /** null: unbound, its line goes with the next export. */
  keyId: id.nullable(),
  exportedAt: time.nullable(),
  /** Its current value was not exported yet. */
  pending: z.boolean(),
});

const targetView = z.strictObject({
  id,
  file: z.string(),
  dialect: z.enum(['dotenv', 'docker', 'shell', 'json']),
  bindings: z.array(bindingView),
  /** Whether the file's reader expands `$name` (Vite, Next, Bun, dotenv-expand). */
  expands: z.boolean(),
  /** Number of variables whose current value was not exported yet. */
  pending: z.number().int(),
});

/** An env file that main found in a project, there to be added by its id (invariant 2). */
export const candidateView = z.strictObject({
  candidateId: id,
  file: z.string(),
  dialect: z.enum(['dotenv', 'docker', 'shell', 'json']),
});

/** How a target's file compares with the vault. */
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

/** What a found value is; only of a secret and of an ordinary one a key can be made. */
const foundKind = z.enum(['secret', 'ordinary', 'public', 'reference', 'ciphertext', 'marred']);

/** A variable of an existing file, masked, with what it seems to be. */
const importVariable = z.strictObject({
  name: fileName,
  /** "OpenAI project key", or '' where the value tells nothing. */
  label: z.string(),
  provider: z.string(),
  last4,
  kind: foundKind,
  /** Proposed: it is a secret. */
  secret: z.boolean(),
  /** The odd characters in it, in words; '' for none. */
  odd: z.string(),
  /** The key that holds this very value already: it would be bound, not kept twice. */
  heldBy: z.string().nullable(),
  /** It is bound in this file already. */
  bound: z.boolean(),
});

export const importView = z.strictObject({
  importId: id,
  variables: z.array(importVariable),
  /** How many further names the file has, which are not shown: they could be parts of a value. */
  hidden: z.number().int(),
});

/** What `.env.example` would get: names alone. */
export const exampleView = z.strictObject({
  exampleId: id,
  file: z.string(),
  exists: z.boolean(),
  added: z.array(fileName),
  /** Left out until they are in the env file, for the person is asked before. */
  later: z.array(fileName),
});

export const exportOutcome = z.strictObject({
  targetId: id,
  project: z.string(),
  file: z.string(),
  written: z.number().int(),
  removed: z.number().int(),
  /** Lines whose values the vault took. */
  taken: z.number().int(),
  /** Lines that were not written or taken, and why; the others were. */
  left: z.array(z.strictObject({ envVar: z.string(), error: callError })),
  /** Why this one was not written; the others went on. */
  error: callError.nullable(),
});

/** What became of a file whose lines of a deleted key were to go. */
export const lineOutcome = z.strictObject({
  targetId: id,
  project: z.string(),
  file: z.string(),
  removed: z.number().int(),
  /** How many of its variables' lines stay, for they hold something that Clavis did not write. */
  left: z.number().int(),
  /** Why the file is as it was; the others went on. */
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
  file: z.string(),
  /** Whether the file is there already. */
  exists: z.boolean(),
  /** Where the file's link leads within the project; null where it is no link. */
  leadsTo: z.string().nullable(),
  /** Others than its owner may read or write it. */
  openToOthers: z.boolean(),
  changes: z.array(
    z.strictObject({
      envVar: z.string(),
      kind: z.enum(['added', 'changed', 'kept', 'removed']),
      keyId: id.nullable(),
      last4,
      /** What is to be looked at before this line is written; null: nothing. */
      review: z.enum(['foreign', 'ordinary', 'steering', 'public', 'value']).nullable(),
    }),
  ),
  /** The programs that were found to read the file, each with the name of the file that tells. */
  readers: z.array(z.strictObject({ name: z.string(), expands: z.boolean(), foundIn: z.string() })),
  /** Whether it is written for readers that expand `$NAME`. */
  expands: z.boolean(),
  dialect: z.enum(['dotenv', 'docker', 'shell', 'json']),
  /** Variables in the file that no binding of ours names: they stay as they are. */
  notOurs: z.array(fileName),
  /** Variables that the file defines more than once: some programs read the first line, some the last. */
  shadowed: z.array(fileName),
  /** Variables whose keys are in Trash: their lines stay as they are. */
  left: z.array(z.string()),
  /** How many further names the file has, which are not shown: they could be parts of a value. */
  hidden: z.number().int(),
  git: z.discriminatedUnion('kind', [
    z.discriminatedUnion('why', [
      z.strictObject({ kind: z.literal('safe'), why: z.enum(['ignored', 'no-repository', 'outside-git']) }),
      /** By the git folder of a repository whose working tree is a folder around. */
      z.strictObject({ kind: z.literal('safe'), why: z.literal('only-if-added'), by: z.string() }),
    ]),
    z.strictObject({
      kind: z.literal('tracked'),
      command: z.string().nullable(),
      /** The file next to it that such a project keeps its secrets in. */
      instead: z.string().exactOptional(),
      by: z.string().exactOptional(),
    }),
    z.strictObject({ kind: z.literal('exposed'), ignoreFile: z.string(), line: z.string() }),
    z.strictObject({
      kind: z.literal('unknown'),
      said: z.string(),
      remedy: z.string().exactOptional(),
      /** Another version control system keeps the folder. */
      system: z.string().exactOptional(),
    }),
  ]),
});

export const activityView = z.strictObject({
  id: z.number().int(),
  /** The last time, where it happened more than once. */
  at: time,
  firstAt: time,
  count: z.number().int(),
  kind: z.enum(activityKinds),
  keyId: id.nullable(),
  subject: z.string(),
  detail: z.string(),
});

export const settingsView = z.strictObject({
  leaseSeconds: z.number().int().min(5).max(300),
  /** How long a rotation can be undone; 0: not at all. */
  graceDays: z.number().int().min(0).max(90),
  /** How many days a deleted key stays in Trash. */
  trashDays: z.union([z.literal(1), z.literal(7), z.literal(30), z.literal(90)]),
  /** What a new key is given; `always` loosens and is asked for. */
  defaultPolicy: copyPolicy,
  /** What a new key is given, in days; null: never. */
  rotateEveryDays,
  /** How many days before a rotation is due it is told; null: never. */
  remindDays: z.number().int().min(0).max(30).nullable(),
  /** Electron's accelerator for the palette, such as `CommandOrControl+Shift+K`; '' for none. */
  shortcut: z.string().max(60),
  startAtLogin: z.boolean(),
  /** Closing the window leaves Clavis in the tray. */
  closeToTray: z.boolean(),
  theme: z.enum(['system', 'light', 'dark']),
  /** Whether a letter alone, such as C for copy, does something in the window. */
  singleKeyShortcuts: z.boolean(),
  /** Minutes without input until it locks; 0: never. */
  idleLockMinutes: z.number().int().min(0).max(240),
});

/** Which of the settings this system can follow. */
export const abilitiesView = z.strictObject({
  /** Whether a tray is shown; without one closing the window quits. */
  tray: z.boolean(),
  /** Whether the palette's shortcut is registered; null: none is set. */
  shortcut: z.boolean().nullable(),
});

export const lockView = z.strictObject({
  locked: z.boolean(),
  /** Whether unlocking asks who is there (Touch ID); else it only shows what was hidden. */
  checks: z.boolean(),
});

/** A key as the palette needs it: little enough for ten thousand of them. */
export const paletteKey = z.strictObject({
  id,
  name: z.string(),
  provider: z.string(),
  envVar: z.string(),
  last4,
  grant: z.enum(['always', 'ready', 'spent']),
  pinned: z.boolean(),
  lastUsedAt: time.nullable(),
});

/** An env file that the key is bound in. */
export const paletteTarget = z.strictObject({ targetId: id, project: z.string(), file: z.string() });

/** How a random value is made, in main. */
export const recipe = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('bytes'),
    bytes: z.number().int().min(8).max(1_024),
    encoding: z.enum(['hex', 'base64', 'base64url']),
  }),
  z.strictObject({
    kind: z.literal('text'),
    length: z.number().int().min(8).max(1_024),
    alphabet: z.enum(['letters-digits', 'letters-digits-symbols', 'digits']),
  }),
]);

/** What an encrypted backup holds compared with what is here; `newer-there`: the backup's value was made later. */
export const restoreView = z.strictObject({
  restoreId: id,
  madeAt: time,
  keys: z.array(
    z.strictObject({
      /** Names the key within this restore. */
      entryId: id,
      name: z.string(),
      provider: z.string(),
      envVar: z.string(),
      last4,
      state: z.enum(['new', 'same', 'newer-here', 'newer-there']),
      /** The name that the key has here, where it differs. */
      nameHere: z.string().nullable(),
    }),
  ),
  /** `here`: it is linked already; `gone`: its folder is not on this machine. */
  projects: z.array(
    z.strictObject({
      entryId: id,
      name: z.string(),
      root: z.string(),
      targets: z.number().int(),
      state: z.enum(['new', 'here', 'gone']),
    }),
  ),
  /** Whether the backup's settings differ from those here. */
  settingsDiffer: z.boolean(),
});

/** Another program's export, or a folder of env files, masked. */
export const externalImportView = z.strictObject({
  externalImportId: id,
  source: z.string(),
  /** Entries that hold nothing to keep, or are archived or in the trash there. */
  skipped: z.number().int(),
  archived: z.number().int(),
  trashed: z.number().int(),
  entries: z.array(
    z.strictObject({
      entryId: id,
      name: z.string(),
      envVar: z.string(),
      label: z.string(),
      provider: z.string(),
      last4,
      kind: foundKind,
      /** Proposed: it is a secret. */
      secret: z.boolean(),
      /** The odd characters in it, in words; '' for none. */
      odd: z.string(),
      heldBy: z.string().nullable(),
      from: z.string(),
    }),
  ),
});

/** What the keychain holds of this vault that the database doesn't know, and the other way round. */
export const keyRecoveryView = z.strictObject({
  recoveryId: id,
  found: z.array(
    z.strictObject({
      entryId: id,
      /** The key here that this is another value of; null: a key that the vault doesn't know. */
      nameHere: z.string().nullable(),
      provider: z.string(),
      name: z.string(),
      envVar: z.string(),
      /** When the newest was last changed; null: the keychain doesn't say. */
      changedAt: time.nullable(),
      /** How many values of it there are. */
      values: z.number().int(),
    }),
  ),
  /** Keys here whose current value the keychain doesn't hold. */
  missing: z.array(z.strictObject({ keyId: id, name: z.string() })),
  /** Keys here whose current value the keychain changed before it was encoded. */
  damaged: z.array(z.strictObject({ keyId: id, name: z.string() })),
  /** Items of keys here that lie next to the ones that are read. */
  spare: z.array(
    z.strictObject({
      itemId: id,
      name: z.string(),
      /** Of the key's previous value. */
      isPrevious: z.boolean(),
      /** The keyring or database that it lies in; '' where it has no name. */
      collection: z.string(),
      changedAt: time.nullable(),
    }),
  ),
});

/** The vault was rebuilt at this start, because its database was damaged. */
export const repairView = z.strictObject({
  /** The name under which the damaged file is kept; null where nothing was left of it. */
  aside: z.string().nullable(),
  /** When the copy was made that it was rebuilt from; null: there was none, the list began empty. */
  copyFrom: time.nullable(),
});

/** How the keychain was when it was last asked. */
export const keychainView = z.strictObject({
  /**
   * asking: the system has a window of its own open, for a password or a permission; denied: the system does not let Clavis
   * speak to it; no-default: the Secret Service has no default keyring yet; other: it answers, but holds nothing of this vault,
   * as after a change of desktop.
   */
  state: z.enum(['ready', 'locked', 'asking', 'missing', 'denied', 'failing', 'no-default', 'other']),
});

/** What main asks in its own window; `waitMs`: how long until an answer counts. */
const asked = { questionId: id, waitMs: z.number().int().min(0) };

export const questionView = z.discriminatedUnion('kind', [
  /** Before lines are written into files. Names have no character that can't be seen. */
  z.strictObject({
    ...asked,
    kind: z.literal('write'),
    /** Whether files are written, or the lines of a key that is to be deleted go. */
    purpose: z.enum(['write', 'remove']),
    /** The key that is to be deleted. `before`: its name before, where it was renamed within the last minute. */
    leaving: z
      .strictObject({ name: z.string(), isInTrash: z.boolean(), before: z.string().nullable(), about: z.string() })
      .nullable(),
    files: z
      .array(
        z.strictObject({
          project: z.string(),
          file: z.string(),
          /** The project's folder, absolute; the middle of a long path is left out. */
          root: z.string(),
          exists: z.boolean(),
          git: z
            .enum(['ignored', 'no-repository', 'only-if-added', 'outside-git', 'tracked', 'exposed', 'unknown'])
            .nullable(),
          /** Why nothing in it can be written now. */
          blocked: z.string().nullable(),
          lines: z
            .array(
              z.strictObject({
                envVar: z.string(),
                change: z.enum(['added', 'changed', 'removed']),
                state: z.enum(['new', 'rotated', 'edited', 'missing', 'leaving']),
                /** The name of the key whose value the line will hold. */
                key: z.string().nullable(),
                /** Its name before, where it was renamed within the last minute. */
                keyBefore: z.string().nullable(),
                /** Lines of the same key have the same number. */
                keyAt: z.number().int().nullable(),
                /** The value in the file; null: it has no such line. */
                there: z.strictObject({ last4, holds: z.enum(['value', 'reference', 'ciphertext']) }).nullable(),
                last4,
                /** Since when this is the key's value, ms since 1970. */
                currentSince: z.number().nullable(),
                /** The line there now was not written by Clavis. */
                foreign: z.boolean(),
                /** Its variable is defined more than once: all of these lines get the value, or go. */
                repeated: z.boolean(),
                /** Why the name is asked for. */
                note: z.enum(['ordinary', 'steering', 'public']).nullable(),
                /** Some programs could run parts of its value. */
                couldRun: z.boolean(),
                /** The file's readers that would take another value. */
                misreadBy: z.array(z.string()).readonly(),
                /** Why this line can't be written now. */
                blocked: z.string().nullable(),
                /** Its value can become the key's; null: it can't. */
                take: z
                  .strictObject({
                    /** The same for the same value of the same key. */
                    valueAt: z.number().int(),
                    /** Which values of the key that erases at once. */
                    erases: z.enum(['previous', 'current', 'both']).nullable(),
                  })
                  .nullable(),
              }),
            )
            .readonly(),
        }),
      )
      .readonly(),
  }),
  /** Before a backup counts as saved. */
  z.strictObject({
    ...asked,
    kind: z.literal('passphrase'),
    file: z.string(),
    /** What was typed last was another one. */
    wrong: z.boolean(),
    triesLeft: z.number().int(),
  }),
]);

/** A place in what main showed. */
const place = z.number().int().min(0).max(100_000);
const chosenLine = z.strictObject({ at: place, as: z.enum(['write', 'take', 'remove']) });
const chosenFile = z.strictObject({ at: place, lines: listOf(chosenLine, 1_000) });

export const questionAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ questionId: id, kind: z.literal('no') }),
  z.strictObject({ questionId: id, kind: z.literal('write'), files: listOf(chosenFile, 10_000) }),
  z.strictObject({ questionId: id, kind: z.literal('passphrase'), passphrase: z.string().max(10_000) }),
]);

/** What became of an answer. Only one that counted did anything; after the others the question is still open. */
export const answerOutcome = z.enum(['counted', 'too-early', 'not-attended', 'not-shown']);
