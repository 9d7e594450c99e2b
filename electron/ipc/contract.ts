import type { z } from 'zod';
import { activityCalls } from './areas/activity.ts';
import { appEvents } from './areas/app.ts';
import { backupCalls, backupEvents } from './areas/backup.ts';
import { diagnosticsCalls } from './areas/diagnostics.ts';
import { erasureCalls, erasureEvents } from './areas/erasure.ts';
import { importCalls } from './areas/imports.ts';
import { keychainCalls, keychainEvents } from './areas/keychain.ts';
import { keyCalls, keyEvents, type keyFields } from './areas/keys.ts';
import { leaseCalls, leaseEvents } from './areas/lease.ts';
import { lockCalls, lockEvents } from './areas/lock.ts';
import { movingCalls, movingEvents } from './areas/moving.ts';
import { paletteCalls, paletteEvents } from './areas/palette.ts';
import { projectCalls, projectEvents } from './areas/projects.ts';
import { providerCalls } from './areas/providers.ts';
import { questionCalls } from './areas/question.ts';
import { recoveryCalls } from './areas/recovery.ts';
import { settingCalls, settingEvents } from './areas/settings.ts';
import type { CallError } from './areas/shapes.ts';
import { trashCalls, trashEvents } from './areas/trash.ts';

/**
 * Every channel between renderer and main: `<area>.<verb>`, what it takes, what it gives. Preload, router and
 * renderer are all made from this table; there is no other way through. Each area has its part in a file of its own.
 */
export const calls = {
  ...keyCalls,
  ...trashCalls,
  ...erasureCalls,
  ...leaseCalls,
  ...providerCalls,
  ...projectCalls,
  ...activityCalls,
  ...settingCalls,
  ...lockCalls,
  ...paletteCalls,
  ...keychainCalls,
  ...movingCalls,
  ...backupCalls,
  ...importCalls,
  ...recoveryCalls,
  ...diagnosticsCalls,
  ...questionCalls,
} as const;

/** What main tells its windows: that something is to be read again, or the news itself. */
export const events = {
  ...keyEvents,
  ...projectEvents,
  ...trashEvents,
  ...erasureEvents,
  ...backupEvents,
  ...leaseEvents,
  ...paletteEvents,
  ...settingEvents,
  ...lockEvents,
  ...keychainEvents,
  ...movingEvents,
  ...appEvents,
} as const;

export type Channel = keyof typeof calls;
export type EventName = keyof typeof events;
export type Input<C extends Channel> = z.infer<(typeof calls)[C]['input']>;
export type Result<C extends Channel> = z.infer<(typeof calls)[C]['result']>;
export type EventData<E extends EventName> = z.infer<(typeof events)[E]>;
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

/** The views of the domain as a page gets them, and those that are made for pages alone. */
export type { RestoreView } from '../vault/backups/opened.ts';
export type { ProviderView } from '../vault/detection-port.ts';
export type { ExternalImportView } from '../vault/external-import/external-import.ts';
export type { KeyRecoveryView } from '../vault/key-recovery/key-recovery.ts';
export type { KeyView } from '../vault/keys/key-view.ts';
export type { ClipboardOffer } from '../vault/keys/offers.ts';
export type { TypedProposal } from '../vault/keys/recognizing.ts';
export type { PaletteKey, PaletteTarget } from '../vault/palette.ts';
export type { ImportView } from '../vault/projects/env-import.ts';
export type { BindingView, ProjectView, TargetView } from '../vault/projects/projects.ts';
export type { ActivityRecord as ActivityView, Recipe } from '../vault/records.ts';
export type { Settings as SettingsView } from '../vault/settings/setting-table.ts';
export type { TrashPlace } from '../vault/store-port.ts';
export type { ErasedView } from '../vault/trash/erasing.ts';
export type { TrashedKey } from '../vault/trash/trash-view.ts';
export type { ErasureView } from './areas/erasure.ts';
export type { KeychainView } from './areas/keychain.ts';
export type { ClipboardLook } from './areas/keys.ts';
export type { LeaseView } from './areas/lease.ts';
export type { LockView } from './areas/lock.ts';
export type { MoveView } from './areas/moving.ts';
export type { DriftView, ExportOutcome, LineOutcome, PreviewView } from './areas/project-views.ts';
export type { AnswerOutcome, PassphraseKind, QuestionAnswer, QuestionView } from './areas/question.ts';
export type { RepairView } from './areas/recovery.ts';
export type { AbilitiesView } from './areas/settings.ts';
export type { CallError } from './areas/shapes.ts';
export type KeyFields = z.infer<typeof keyFields>;
