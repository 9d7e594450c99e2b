import { app, globalShortcut } from 'electron';
import { formatAccelerator } from '../ipc/accelerator.ts';
import { type VaultError, vaultError } from '../vault/errors.ts';
import type { Palette } from './palette.ts';

/** The one global shortcut. */
export interface Shortcut {
  /**
   * Listens to this accelerator from now on, and to no other; '' for none. After ready. On Wayland the desktop asks the
   * person by itself, and Electron can't tell what they said: there it counts as registered.
   */
  use(accelerator: string): void;
  /** Whether it is registered; null: none is wanted. */
  registered(): boolean | null;
}

/** The one global shortcut shows and hides the palette. `onTaken`: another program has it, or it is no accelerator: SHORTCUT_TAKEN. */
export function createShortcut(
  platform: NodeJS.Platform,
  palette: Pick<Palette, 'toggle' | 'warmUp'>,
  onTaken: (error: VaultError) => void,
): Shortcut {
  let used = '';
  let registered: boolean | null = null;
  app.on('will-quit', () => globalShortcut.unregisterAll());

  /** Electron gives false where it is taken, and throws where it can't be understood. */
  function register(accelerator: string): boolean {
    try {
      return globalShortcut.register(accelerator, palette.toggle);
    } catch {
      // The person is told by `onTaken`, as for one that is taken.
      return false;
    }
  }

  return {
    use(accelerator) {
      if (accelerator === used && registered !== false) return;
      if (registered === true) globalShortcut.unregister(used);
      used = accelerator;
      registered = accelerator === '' ? null : register(accelerator);
      if (registered === true) palette.warmUp();
      if (registered === false) {
        onTaken(vaultError('SHORTCUT_TAKEN', { shortcut: formatAccelerator(accelerator, platform === 'darwin') }));
      }
    },
    registered: () => registered,
  };
}
