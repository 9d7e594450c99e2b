import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { allContents } from './contents-list.ts';
import { closeClass } from './refuse.ts';
import { setThemeSource, type ThemeSource, themeSource } from './theme-source.ts';
import { pageOf } from './web-contents.ts';

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

  get themeSource(): ThemeSource {
    return themeSource();
  }
  set themeSource(source: ThemeSource) {
    if (!['system', 'light', 'dark'].includes(source)) throw new TypeError('Error processing argument: themeSource');
    const before = this.shouldUseDarkColors;
    setThemeSource(source);
    for (const contents of allContents()) {
      pageOf(contents)
        .then((page) => page.emulateScheme(themeSource()))
        .catch(() => {});
    }
    if (before !== this.shouldUseDarkColors) this.emit('updated');
  }
  get shouldUseDarkColors(): boolean {
    return themeSource() === 'dark';
  }
}
closeClass('nativeTheme', NativeTheme);

/** The one `nativeTheme`. */
export const nativeTheme = new NativeTheme();
