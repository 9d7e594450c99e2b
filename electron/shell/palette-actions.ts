import type { ExportResult } from '../vault/projects/file-writes.ts';
import type { LeaseRecord } from '../vault/records.ts';
import type { Vault } from '../vault/vault.ts';
import type { Windows } from './windows.ts';

export interface PaletteActions {
  /** The palette goes when it is done: the next keys are for the program before it. */
  copy(keyId: string): Promise<LeaseRecord>;
  /** The palette stays to say what was written. */
  export(targetId: string): Promise<ExportResult>;
  /** The main window comes up with this key. */
  open(keyId: string): void;
  hide(): void;
}

/** What is said in the main window, where the palette can't. */
export interface PaletteMessages {
  /** Shows this key. */
  select(keyId: string): void;
  /** Shows this error. */
  fail(error: unknown): void;
}

/** What the palette does besides showing keys. */
export function createPaletteActions(
  vault: Vault,
  { main: window, palette }: Windows,
  { select, fail }: PaletteMessages,
): PaletteActions {
  /** The palette says what failed. Where it is gone by then, as behind the keychain's own prompt, the window does. */
  async function saidSomewhere<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (!palette.isShown()) {
        window.show();
        fail(error);
      }
      throw error;
    }
  }

  return {
    async copy(keyId) {
      const lease = await saidSomewhere(vault.copying.copy(keyId));
      palette.hide();
      return lease;
    },
    export: (targetId) => saidSomewhere(vault.palette.export(targetId)),
    open(keyId) {
      // First, so that the app stays the active one.
      window.show();
      palette.hide();
      select(keyId);
    },
    hide: () => palette.hide(),
  };
}
