import { z } from 'zod';
import {
  activityView,
  callError,
  candidateView,
  clipboardOffer,
  driftView,
  exampleView,
  exportOutcome,
  id,
  importView,
  keychainView,
  keyFields,
  keyView,
  leaseView,
  previewView,
  projectView,
  providerView,
  settingsView,
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

export const calls = {
  'keys.list': { input: nothing, result: z.array(keyView) },
  'keys.add': { input: keyFields.extend({ value: typedValue }), result: keyView },
  /** What is on the clipboard, if it looks like a key. */
  'keys.offer': { input: nothing, result: clipboardOffer.nullable() },
  'keys.addFromClipboard': { input: keyFields.extend({ offerId: id }), result: keyView },
  'keys.edit': { input: keyFields.extend({ id }), result: keyView },
  'keys.pin': { input: z.strictObject({ id, pinned: z.boolean() }), result: keyView },
  'keys.copy': { input: byKey, result: leaseView },
  'keys.allowCopy': { input: byKey, result: keyView },
  'keys.rotate': { input: z.strictObject({ id, value: typedValue }), result: keyView },
  'keys.rotateFromClipboard': { input: z.strictObject({ id, offerId: id }), result: keyView },
  'keys.undoRotation': { input: byKey, result: keyView },
  'keys.finishRotation': { input: byKey, result: keyView },
  /** `undoUntil`: ms since the epoch. */
  'keys.delete': { input: byKey, result: z.strictObject({ undoUntil: z.number().int() }) },
  'keys.undoDelete': { input: byKey, result: keyView },

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
  /** Every target of every project, each on its own; progress comes as `projects.exported` events. */
  'projects.exportAll': { input: nothing, result: z.array(exportOutcome) },
  'projects.previewExample': { input: byTarget, result: exampleView },
  'projects.writeExample': {
    input: z.strictObject({ exampleId: id }),
    result: z.strictObject({ file: z.string(), added: z.number().int() }),
  },
  /** What an existing env file holds, masked. */
  'projects.scanImport': { input: byTarget, result: importView },
  /** Takes the named variables' values into the vault and binds them; the file stays as it is. */
  'projects.takeImport': {
    input: z.strictObject({ importId: id, names: z.array(z.string().max(10_000)).max(10_000) }),
    result: z.strictObject({ kept: z.number().int(), bound: z.number().int(), project: projectView }),
  },
  'projects.export': {
    input: z.strictObject({ previewId: id }),
    result: z.strictObject({ file: z.string(), written: z.number().int(), removed: z.number().int() }),
  },

  'activity.list': {
    input: z.strictObject({ keyId: id.nullable(), limit: z.number().int().min(1).max(500) }),
    result: z.array(activityView),
  },

  'settings.get': { input: nothing, result: settingsView },
  'settings.set': { input: settingsView, result: settingsView },

  'keychain.get': { input: nothing, result: keychainView },
} as const;

/** What main tells its windows: something to read again, or the lease itself. */
export const events = {
  'keys.changed': z.strictObject({}),
  'projects.changed': z.strictObject({}),
  /** One target of an export of all is done. */
  'projects.exported': z.strictObject({ done: z.number().int(), total: z.number().int(), outcome: exportOutcome }),
  'lease.changed': z.strictObject({ lease: leaseView.nullable() }),
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

/** `window.clavis`: `clavis.keys.list({})`, `clavis.keys.onChanged(listener)`, which gives back its own undoing. */
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

/** What the main window and, when there are others, each smaller window may call. */
export const channelsOf = {
  main: Object.keys(calls).filter((name): name is Channel => name in calls),
} as const;
export type WindowKind = keyof typeof channelsOf;
export const eventNames = Object.keys(events).filter((name): name is EventName => name in events);

export type KeyFields = z.infer<typeof keyFields>;
export type KeyView = z.infer<typeof keyView>;
export type ClipboardOffer = z.infer<typeof clipboardOffer>;
export type LeaseView = z.infer<typeof leaseView>;
export type ProviderView = z.infer<typeof providerView>;
export type ProjectView = z.infer<typeof projectView>;
export type TargetView = ProjectView['targets'][number];
export type BindingView = TargetView['bindings'][number];
export type PreviewView = z.infer<typeof previewView>;
export type CandidateView = z.infer<typeof candidateView>;
export type DriftView = z.infer<typeof driftView>;
export type ImportView = z.infer<typeof importView>;
export type ExampleView = z.infer<typeof exampleView>;
export type ExportOutcome = z.infer<typeof exportOutcome>;
export type ActivityView = z.infer<typeof activityView>;
export type SettingsView = z.infer<typeof settingsView>;
export type KeychainView = z.infer<typeof keychainView>;
