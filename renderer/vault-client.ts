import type { Answer, Bridge } from '../electron/ipc/contract.ts';
import { answerOf } from './answer-of.ts';

export type {
  AbilitiesView,
  ActivityView,
  Answer,
  BindingView,
  CallError,
  ClipboardLook,
  ClipboardOffer,
  DriftView,
  ErasedView,
  ErasureView,
  EventData,
  ExportOutcome,
  ExternalImportView,
  ImportView,
  KeychainView,
  KeyFields,
  KeyRecoveryView,
  KeyView,
  LeaseView,
  LineOutcome,
  LockView,
  MoveView,
  PaletteKey,
  PaletteTarget,
  PreviewView,
  ProjectView,
  ProviderView,
  Recipe,
  RepairView,
  RestoreView,
  Result,
  SettingsView,
  TargetView,
  TrashedKey,
  TrashPlace,
  TypedProposal,
} from '../electron/ipc/contract.ts';

declare global {
  interface Window {
    readonly clavis: Bridge;
  }
}

/** What the vault's pages have of it; main's own questions are another page's. */
export type VaultBridge = Omit<Bridge, 'question'>;

/** What is asked of main. */
export type VaultCall<T> = (clavis: VaultBridge) => Promise<Answer<T>>;

/** The only door to the main process: `ask((clavis) => clavis.keys.copy({ id }))`. Its answer is somebody's to show: see `useCall`, `runAction`. */
export function ask<T>(call: VaultCall<T>): Promise<Answer<T>> {
  return answerOf(() => call(window.clavis));
}

/** What main tells without being asked; gives back the undoing. */
export function listen(subscribe: (clavis: VaultBridge) => () => void): () => void {
  return subscribe(window.clavis);
}
