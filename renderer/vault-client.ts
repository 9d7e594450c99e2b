import type { Answer, Bridge } from '../electron/ipc/contract.ts';

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

/**
 * The only door to the main process: `ask((clavis) => clavis.keys.copy({ id }))`. Always answers; where the message
 * itself could not get through (main is shutting down), the answer is an error like any other.
 */
export async function ask<T>(call: (clavis: VaultBridge) => Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await call(window.clavis);
  } catch {
    // Main is gone: there is nobody to say why.
    return {
      ok: false,
      error: {
        code: 'INTERNAL',
        message: 'Clavis did not answer. Try again; if it stays, restart Clavis.',
        details: {},
      },
    };
  }
}

/** What main tells without being asked; gives back the undoing. */
export function listen(subscribe: (clavis: VaultBridge) => () => void): () => void {
  return subscribe(window.clavis);
}
