import { vaultError } from './errors.ts';
import type { KeyedSequencer } from './keyed-sequencer.ts';
import type { VaultPorts } from './vault-ports.ts';

export interface DiagnosticsCopy {
  /**
   * Puts the log's text on the clipboard, for the person to send. Returns how many entries that are; for none the clipboard stays
   * as it is. Only while the person is at the window: no page fills the clipboard behind their back.
   * @throws CLIPBOARD_REFUSED, DIAGNOSTICS_FAILED
   */
  copy(): Promise<number>;
}

export function createDiagnosticsCopy(
  { diagnostics, clipboard, attention }: VaultPorts,
  inSequence: KeyedSequencer,
): DiagnosticsCopy {
  return {
    async copy() {
      if (!attention()) throw vaultError('CLIPBOARD_REFUSED');
      const { text, entries } = diagnostics.read();
      if (entries > 0) await inSequence('clipboard', () => clipboard.writeText(text));
      return entries;
    },
  };
}
