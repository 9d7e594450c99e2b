import { app, globalShortcut } from 'electron';
import { formatAccelerator } from '../ipc/accelerator.ts';
import { type VaultError, vaultError } from '../vault/errors.ts';

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

export interface ShortcutOptions {
  readonly platform: NodeJS.Platform;
  readonly onPress: () => void;
  /** It is registered now. */
  readonly onRegistered: () => void;
  /** Another program has it, or it is no accelerator: SHORTCUT_TAKEN. */
  readonly onTaken: (error: VaultError) => void;
}

export function createShortcut({ platform, onPress, onRegistered, onTaken }: ShortcutOptions): Shortcut {
  let used = '';
  let registered: boolean | null = null;
  app.on('will-quit', () => globalShortcut.unregisterAll());

  /** Electron gives false where it is taken, and throws where it can't be understood. */
  function register(accelerator: string): boolean {
    try {
      return globalShortcut.register(accelerator, onPress);
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
      if (registered === true) onRegistered();
      if (registered === false) {
        onTaken(vaultError('SHORTCUT_TAKEN', { shortcut: formatAccelerator(accelerator, platform === 'darwin') }));
      }
    },
    registered: () => registered,
  };
}
