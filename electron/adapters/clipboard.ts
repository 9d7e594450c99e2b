import { ClipboardItem, clipboard } from 'electron';
import { vaultError } from '../vault/errors.ts';
import type { Clipboard, Selection } from '../vault/ports.ts';
import { Secret } from '../vault/secret.ts';
import { concealedHints } from './clipboard-hints.ts';

/** The system's own error could quote what was to be written. */
async function put(item: Record<string, string | Blob>): Promise<void> {
  await clipboard.write([new ClipboardItem(item)]).catch(() => {
    throw vaultError('CLIPBOARD_REFUSED');
  });
}

/** The system's clipboard, and on Linux PRIMARY. Writes throw `CLIPBOARD_REFUSED`. */
export function openClipboard(platform: NodeJS.Platform): Clipboard {
  const of = (selection: Selection) => (selection === 'primary' ? clipboard.selection : clipboard);

  return {
    selections: platform === 'linux' ? ['clipboard', 'primary'] : ['clipboard'],

    async write(value) {
      const item: Record<string, string | Blob> = { 'text/plain': value.reveal() };
      for (const [format, hint] of Object.entries(concealedHints(platform))) {
        item[format] = typeof hint === 'string' ? hint : new Blob([hint]);
      }
      await put(item);
    },

    async writeText(text) {
      await put({ 'text/plain': text });
    },

    async read(selection) {
      const text = await of(selection).readText();
      return text === '' ? null : new Secret(text);
    },

    async clear(selection) {
      of(selection).clear();
    },
  };
}
