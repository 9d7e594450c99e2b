import { ask, type VaultBridge } from '../vault-client.ts';
import { isLocked } from '../vault-data.ts';
import type { ErrorPlace } from './answering.ts';
import { notifyError } from './toast-store.ts';
import { type Calls, useAnswering } from './use-answering.ts';

/** The pages of the vault: the window, and the palette, which has its own place for what failed. */
export const vaultPage = {
  ask,
  isLocked,
  notify: (error) => notifyError(error, { ofView: false }),
} as const satisfies Parameters<typeof useAnswering<VaultBridge>>[0];

/** The one way in which a view calls main. `place`: where its errors are shown, if not by the view's own reading of `error`. */
export function useCall(place?: ErrorPlace): Calls<VaultBridge> {
  return useAnswering(vaultPage, place);
}
