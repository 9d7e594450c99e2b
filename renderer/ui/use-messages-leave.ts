import { useEffect } from 'react';
import { formatAccelerator } from '../../electron/ipc/accelerator.ts';
import { listen } from '../vault-client.ts';
import { isMac } from './shortcuts.ts';
import { closeErrors, closeToastsAbout, closeToastsOfView } from './toast-store.ts';

/** Messages leave with the view that they belong to, and when what they say is over. */
export function useMessagesLeave(view: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time the view changes
  useEffect(closeToastsOfView, [view]);

  useEffect(
    () =>
      listen((clavis) => {
        const stops = [
          clavis.keys.onChanged(({ gone }) => gone.forEach(closeToastsAbout)),
          clavis.lease.onChanged(({ lease }) => {
            if (lease === null) closeToastsAbout('lease');
          }),
          clavis.keychain.onChanged(({ state }) => {
            if (state === 'ready') closeErrors((code) => code.startsWith('KEYCHAIN_'));
          }),
          clavis.settings.onChanged(({ shortcut }) => {
            const wanted = formatAccelerator(shortcut, isMac);
            closeErrors((code, facts) => code === 'SHORTCUT_TAKEN' && facts['shortcut'] !== wanted);
          }),
        ];
        return () => {
          for (const stop of stops) stop();
        };
      }),
    [],
  );
}
