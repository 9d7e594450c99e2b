import { app, globalShortcut } from 'electron';
import { sayAccelerator } from './accelerator-words.ts';

/** The one global shortcut. */
export interface Shortcut {
  /**
   * Listens to this accelerator from now on, and to no other; '' for none. After ready. On Wayland the desktop asks the
   * person by itself, and Electron can't tell what they said: there it counts as had.
   */
  use(accelerator: string): void;
  /** Whether it could be had; null: none is wanted. */
  had(): boolean | null;
}

export interface ShortcutOptions {
  readonly platform: NodeJS.Platform;
  readonly onPress: () => void;
  /** It could be had. */
  readonly onHad: () => void;
  /** Another program has it, or it is no accelerator. `said`: as a person reads it. */
  readonly onTaken: (said: string) => void;
}

export function createShortcut({ platform, onPress, onHad, onTaken }: ShortcutOptions): Shortcut {
  let used = '';
  let had: boolean | null = null;
  app.on('will-quit', () => globalShortcut.unregisterAll());

  /** Electron gives false where it is taken, and throws where it can't be understood. */
  function register(accelerator: string): boolean {
    try {
      return globalShortcut.register(accelerator, onPress);
    } catch {
      return false;
    }
  }

  return {
    use(accelerator) {
      if (accelerator === used && had !== false) return;
      if (had === true) globalShortcut.unregister(used);
      used = accelerator;
      had = accelerator === '' ? null : register(accelerator);
      if (had === true) onHad();
      if (had === false) onTaken(sayAccelerator(accelerator, platform));
    },
    had: () => had,
  };
}
