import { z } from 'zod';
import {
  abilitiesView,
  activityView,
  answerOutcome,
  callError,
  candidateView,
  clipboardLook,
  driftView,
  erasedView,
  exampleView,
  exportOutcome,
  externalImportView,
  id,
  importView,
  keptKey,
  keychainView,
  keyFields,
  keyRecoveryView,
  keyView,
  leaseView,
  lineOutcome,
  listOf,
  lockView,
  paletteKey,
  paletteTarget,
  previewView,
  projectView,
  providerView,
  questionAnswer,
  questionView,
  recipe,
  repairView,
  restoredKey,
  restoreView,
  settingsView,
  trashedKey,
  trashPlace,
  typedProposal,
} from './schemas.ts';

/**
 * Every channel between renderer and main: `<area>.<verb>`, what it takes, what it gives. Preload, router and
 * renderer are all made from this table; there is no other way through.
 */

const nothing = z.strictObject({});
const byKey = z.strictObject({ id });
const byTarget = z.strictObject({ targetId: id });

/** 64 KiB of UTF-8 is at most this many UTF-16 units; the vault measures bytes and answers in words. */
const typedValue = z.string().max(1_000_000);

/** Absent: no. */
const keepOdd = z.boolean().optional();

const typedPassphrase = z.string().max(10_000);
const entryIds = listOf(id, 20_000);

export const calls = {
  /** A page of the keys, by name, from the one on that comes after this name ('' for the first); shorter at the end. */
  'keys.list': {
    input: z.strictObject({ after: z.string().max(1_000), count: z.number().int().min(1).max(1_000) }),
    result: z.array(keyView),
  },
  /** Whether these fields could be kept, for a new key where the id is null; else every one that is wrong is named. */
  'keys.check': { input: keyFields.extend({ id: id.nullable() }), result: z.null() },
  /** The value inside what was typed; `keepOdd`: with what is odd about it, as the person said after `VALUE_ODD`, `VALUE_REFERENCE` or `VALUE_CIPHERTEXT`. */
  'keys.add': { input: keyFields.extend({ value: typedValue, keepOdd }), result: keptKey },
  /** What is on the clipboard, if it looks like a key. */
  /** What a value that is being typed seems to be; nothing of it is kept. */
  'keys.recognize': { input: z.strictObject({ value: typedValue }), result: typedProposal.nullable() },
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

  'trash.count': { input: nothing, result: z.number().int() },
  /** A page of the keys in Trash, the one deleted last first, from the one on that comes after this one; shorter at the end. */
  'trash.list': {
    input: z.strictObject({ after: trashPlace.nullable(), count: z.number().int().min(1).max(1_000) }),
    result: z.array(trashedKey),
  },
  /** Under the next free name, where another key has its own by now. */
  'trash.restore': { input: byKey, result: restoredKey },
  /** Asks the person, in main's own question, to take the lines of a key in Trash out of the files where they still are. */
  'trash.removeLines': { input: byKey, result: z.array(lineOutcome) },
  /** Asks the person, in main's own dialog, as `trash.empty` does. */
  'trash.deletePermanently': { input: byKey, result: erasedView },
  'trash.empty': { input: nothing, result: erasedView },

  'lease.get': { input: nothing, result: leaseView.nullable() },
  'lease.clear': { input: nothing, result: z.null() },

  'providers.list': { input: nothing, result: z.array(providerView) },

  'projects.list': { input: nothing, result: z.array(projectView) },
  /** Opens a native dialog; null if it was closed without a choice. */
  'projects.link': { input: nothing, result: projectView.nullable() },
  'projects.unlink': { input: z.strictObject({ projectId: id }), result: z.null() },
  'projects.bind': {
    input: z.strictObject({ targetId: id, keyId: id, envVar: z.string().max(10_000) }),
    result: projectView,
  },
  'projects.unbind': {
    input: z.strictObject({ targetId: id, envVar: z.string().max(10_000) }),
    result: projectView,
  },
  'projects.preview': { input: byTarget, result: previewView },
  /** Adds the line that the preview named to the nearest .gitignore or to git's own exclude file; gives a new preview. */
  'projects.ignore': {
    input: z.strictObject({ targetId: id, where: z.enum(['gitignore', 'exclude']) }),
    result: previewView,
  },
  /** Asks the person, in main's own dialog, to confirm that git has nothing to do with this file. */
  'projects.makePrivate': { input: byTarget, result: previewView },
  'projects.leaveOutsideGit': { input: byTarget, result: previewView },
  /** Env files found in the project that are no targets yet. */
  'projects.candidates': { input: z.strictObject({ projectId: id }), result: z.array(candidateView) },
  'projects.addTarget': { input: z.strictObject({ projectId: id, candidateId: id }), result: projectView },
  /** Opens a native dialog for any file inside the project; null if it was closed without a choice. */
  'projects.pickTarget': { input: z.strictObject({ projectId: id }), result: projectView.nullable() },
  /** Forgets the target; its file stays as it is. */
  'projects.removeTarget': { input: byTarget, result: projectView },
  'projects.setTarget': {
    input: z.strictObject({
      targetId: id,
      dialect: z.enum(['dotenv', 'docker', 'shell', 'json']),
      expands: z.boolean(),
    }),
    result: projectView,
  },
  /** Compares every target's file with the vault. */
  'projects.drift': { input: nothing, result: z.array(driftView) },
  /** What the person chooses of all lines of every file, in main's own window; progress comes as `projects.exported` events. */
  'projects.writeAll': { input: nothing, result: z.array(exportOutcome) },
  /** The same for one file. */
  'projects.writeFile': { input: byTarget, result: exportOutcome },
  'projects.previewExample': { input: byTarget, result: exampleView },
  'projects.writeExample': {
    input: z.strictObject({ exampleId: id }),
    result: z.strictObject({ file: z.string(), added: z.number().int() }),
  },
  /** What an existing env file holds, masked. */
  'projects.scanImport': { input: byTarget, result: importView },
  /** Takes the named variables' values into the vault and binds them; the file stays as it is. */
  'projects.takeImport': {
    input: z.strictObject({ importId: id, names: listOf(z.string().max(10_000), 10_000) }),
    result: z.strictObject({ kept: z.number().int(), bound: z.number().int(), project: projectView }),
  },

  /** Newest first, of one key or of all: those before an entry that was listed, those that loosened a protection alone. */
  'activity.list': {
    input: z.strictObject({
      keyId: id.nullable(),
      limit: z.number().int().min(1).max(500),
      before: z.number().int().min(1).nullable(),
      only: z.enum(['loosened']).nullable(),
    }),
    result: z.array(activityView),
  },

  'settings.get': { input: nothing, result: settingsView },
  'settings.abilities': { input: nothing, result: abilitiesView },
  /** Changes those that are named; the others stay as they are. */
  'settings.set': { input: settingsView.partial(), result: settingsView },

  /** These two alone are open while it is locked. */
  'lock.get': { input: nothing, result: lockView },
  'lock.unlock': { input: nothing, result: lockView },
  'lock.lock': { input: nothing, result: lockView },

  'palette.list': { input: nothing, result: z.array(paletteKey) },
  'palette.copy': { input: byKey, result: leaseView },
  'palette.targets': { input: byKey, result: z.array(paletteTarget) },
  /** Writes what needs no second look; else it is refused with the reason. */
  'palette.export': {
    input: byTarget,
    result: z.strictObject({ file: z.string(), written: z.number().int(), removed: z.number().int() }),
  },
  /** Shows the main window, with this key selected. */
  'palette.open': { input: byKey, result: z.null() },
  'palette.hide': { input: nothing, result: z.null() },

  'keychain.get': { input: nothing, result: keychainView },
  /** Asks the keychain for a value, which may open the system's prompt to unlock; gives how it is then. */
  'keychain.tryAgain': { input: nothing, result: keychainView },
  /** Goes on with a keychain that holds nothing of this vault, if the person agrees in main's own dialog. */
  'keychain.adopt': { input: nothing, result: keychainView },

  /** Opens a native dialog for the place; null if it was closed without a choice. */
  'backup.save': {
    input: z.strictObject({ passphrase: typedPassphrase }),
    result: z
      .strictObject({
        file: z.string(),
        keys: z.number().int(),
        missing: z.array(z.string()),
        /** How many keys are in Trash, and so not in the backup. */
        inTrash: z.number().int(),
      })
      .nullable(),
  },
  /** Opens a native dialog for the file; null if it was closed without a choice. */
  'backup.pick': { input: nothing, result: z.strictObject({ pickedId: id, file: z.string() }).nullable() },
  'backup.preview': { input: z.strictObject({ pickedId: id, passphrase: typedPassphrase }), result: restoreView },
  /** Takes what was chosen; progress comes as `backup.progressed` events. */
  'backup.restore': {
    input: z.strictObject({ restoreId: id, keys: entryIds, projects: entryIds, settings: z.boolean() }),
    result: z.strictObject({ keys: z.number().int(), projects: z.number().int() }),
  },
  /** Main forgets what a preview holds. */
  'backup.forget': { input: nothing, result: z.null() },

  /** Another program's export; opens a native dialog, null if it was closed without a choice. */
  'imports.pickFile': { input: nothing, result: externalImportView.nullable() },
  'imports.pickFolder': { input: nothing, result: externalImportView.nullable() },
  'imports.take': {
    input: z.strictObject({ externalImportId: id, entries: entryIds }),
    /** `there`: the vault had their value already. */
    result: z.strictObject({ kept: z.number().int(), there: z.number().int() }),
  },
  'imports.forget': { input: nothing, result: z.null() },

  /** Looks through the keychain for values that the database doesn't know: only ever on this explicit call. */
  'recovery.scan': { input: nothing, result: keyRecoveryView },
  'recovery.take': {
    input: z.strictObject({
      recoveryId: id,
      entries: listOf(
        z.strictObject({ entryId: id, name: z.string().max(10_000), envVar: z.string().max(10_000) }),
        10_000,
      ),
    }),
    result: z.strictObject({ kept: z.number().int() }),
  },
  /** What a repair of the database did at this start; null: there was none. */
  'recovery.report': { input: nothing, result: repairView.nullable() },

  /** What main's own window is to show; null: nothing any more. */
  'question.get': { input: nothing, result: questionView.nullable() },
  'question.answer': { input: questionAnswer, result: answerOutcome },
} as const;

/** What main tells its windows: that something is to be read again, or the news itself. */
export const events = {
  /** What became of single keys, or projects; `changed` is null where the whole list is to be read again. */
  'keys.changed': z.strictObject({ changed: z.array(keyView).nullable(), gone: z.array(id) }),
  'projects.changed': z.strictObject({ changed: z.array(projectView).nullable(), gone: z.array(id) }),
  /** A key came to Trash, or left it. */
  'trash.changed': z.strictObject({}),
  /** One file of a write of several is done. */
  'projects.exported': z.strictObject({ done: z.number().int(), total: z.number().int(), outcome: exportOutcome }),
  'backup.progressed': z.strictObject({ done: z.number().int(), total: z.number().int() }),
  'lease.changed': z.strictObject({ lease: leaseView.nullable() }),
  /** The palette was hidden, or is about to be shown: it begins again. */
  'palette.shown': z.strictObject({}),
  /** The same as `keys.changed`, of what the palette shows. */
  'palette.changed': z.strictObject({ changed: z.array(paletteKey).nullable(), gone: z.array(id) }),
  /** Told to the main window: show this key. */
  'keys.selected': byKey,
  /** The person may be at the main window again: what is answered to nobody else can be asked now. */
  'app.attention': z.strictObject({}),
  'settings.changed': settingsView,
  'lock.changed': lockView,
  'keychain.changed': keychainView,
  /** Shown by the window as a message: something failed that no call is waiting for. */
  'app.failed': callError,
} as const;

export type Channel = keyof typeof calls;
export type EventName = keyof typeof events;
export type Input<C extends Channel> = z.infer<(typeof calls)[C]['input']>;
export type Result<C extends Channel> = z.infer<(typeof calls)[C]['result']>;
export type EventData<E extends EventName> = z.infer<(typeof events)[E]>;
export type CallError = z.infer<typeof callError>;
/** How every call ends; errors cross as data. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CallError };

type Area<N extends string> = N extends `${infer A}.${string}` ? A : never;
type Verb<N extends string, A extends string> = N extends `${A}.${infer V}` ? V : never;

/** `window.clavis`, of which each page has its own part: `clavis.keys.list({})`, `clavis.keys.onChanged(listener)`, which gives back its own undoing. */
export type Bridge = {
  readonly [A in Area<Channel | EventName>]: {
    readonly [V in Verb<Channel, A>]: (
      input: Input<`${A}.${V}` & Channel>,
    ) => Promise<Answer<Result<`${A}.${V}` & Channel>>>;
  } & {
    readonly [V in Verb<EventName, A> as `on${Capitalize<V>}`]: (
      listener: (data: EventData<`${A}.${V}` & EventName>) => void,
    ) => () => void;
  };
};

export const allChannels = Object.keys(calls).filter((name): name is Channel => name in calls);

const paletteToo: readonly Channel[] = ['lock.get', 'providers.list'];

const isOfPalette = (name: Channel): boolean => name.startsWith('palette.');
const isOfQuestion = (name: Channel): boolean => name.startsWith('question.');

/**
 * What each window may call. The palette has no way to see, change or loosen more than it shows; the window of main's own
 * questions can answer them and do nothing else, and no other one can.
 */
export const channelsOf = {
  main: allChannels.filter((name) => !isOfPalette(name) && !isOfQuestion(name)),
  palette: allChannels.filter((name) => isOfPalette(name) || paletteToo.includes(name)),
  question: allChannels.filter(isOfQuestion),
} as const;
export type WindowKind = keyof typeof channelsOf;
export const eventNames = Object.keys(events).filter((name): name is EventName => name in events);

export type KeyFields = z.infer<typeof keyFields>;
export type KeyView = z.infer<typeof keyView>;
export type ClipboardLook = z.infer<typeof clipboardLook>;
export type ClipboardOffer = ClipboardLook['offers'][number];
export type LeaseView = z.infer<typeof leaseView>;
export type ProviderView = z.infer<typeof providerView>;
export type ProjectView = z.infer<typeof projectView>;
export type TargetView = ProjectView['targets'][number];
export type BindingView = TargetView['bindings'][number];
export type PreviewView = z.infer<typeof previewView>;
export type DriftView = z.infer<typeof driftView>;
export type ImportView = z.infer<typeof importView>;
export type ExportOutcome = z.infer<typeof exportOutcome>;
export type ActivityView = z.infer<typeof activityView>;
export type TypedProposal = z.infer<typeof typedProposal>;
export type TrashedKey = z.infer<typeof trashedKey>;
export type TrashPlace = z.infer<typeof trashPlace>;
export type ErasedView = z.infer<typeof erasedView>;
export type LineOutcome = z.infer<typeof lineOutcome>;
export type SettingsView = z.infer<typeof settingsView>;
export type AbilitiesView = z.infer<typeof abilitiesView>;
export type LockView = z.infer<typeof lockView>;
export type PaletteKey = z.infer<typeof paletteKey>;
export type PaletteTarget = z.infer<typeof paletteTarget>;
export type Recipe = z.infer<typeof recipe>;
export type RestoreView = z.infer<typeof restoreView>;
export type ExternalImportView = z.infer<typeof externalImportView>;
export type KeyRecoveryView = z.infer<typeof keyRecoveryView>;
export type RepairView = z.infer<typeof repairView>;
export type KeychainView = z.infer<typeof keychainView>;
export type QuestionView = z.infer<typeof questionView>;
export type QuestionAnswer = z.infer<typeof questionAnswer>;
export type AnswerOutcome = z.infer<typeof answerOutcome>;
