import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { closeClass } from './refuse.ts';
import { allContents, pageOf, type WebContents } from './web-contents.ts';

type Source = Electron.NativeTheme['themeSource'];

/** Electron's `nativeTheme`: the system is light; a chosen theme reaches every page as `prefers-color-scheme`. */
class NativeTheme
  extends EventEmitter
  implements
    Pick<
      Electron.NativeTheme,
      | 'themeSource'
      | 'shouldUseDarkColors'
      | 'shouldUseHighContrastColors'
      | 'shouldUseInvertedColorScheme'
      | 'inForcedColorsMode'
      | 'prefersReducedTransparency'
    >
{
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly inForcedColorsMode = false;
  readonly prefersReducedTransparency = false;
  #source: Source = 'system';

  get themeSource(): Source {
    return this.#source;
  }
  set themeSource(source: Source) {
    if (!['system', 'light', 'dark'].includes(source)) throw new TypeError('Error processing argument: themeSource');
    const before = this.shouldUseDarkColors;
    this.#source = source;
    for (const contents of allContents()) themed(contents, source);
    if (before !== this.shouldUseDarkColors) this.emit('updated');
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
}
closeClass('nativeTheme', NativeTheme);

/** The one `nativeTheme`. */
export const nativeTheme = new NativeTheme();

/** Gives a page the theme in force. */
export function themed(contents: WebContents, source: Source = nativeTheme.themeSource): void {
  pageOf(contents)
    .then((page) => page.emulateScheme(source))
    .catch(() => {});
}
