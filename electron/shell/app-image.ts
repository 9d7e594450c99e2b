import { realpathSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';

/**
 * The AppImage that this executable runs from, for that place is gone when it ends; null where it runs from none. Its runtime
 * sets both variables (docs.appimage.org), and whatever it starts inherits them: they are about us only where our executable
 * lies in the folder that `APPDIR` names. `/` is the folder of no AppImage.
 */
export function appImageOf(executable: string, { APPIMAGE, APPDIR }: NodeJS.ProcessEnv): string | null {
  if (APPIMAGE === undefined || APPDIR === undefined || !isAbsolute(APPIMAGE) || !isAbsolute(APPDIR)) return null;
  try {
    const folder = realpathSync(APPDIR);
    const way = relative(folder, realpathSync(executable));
    const inside = way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
    return inside && folder !== '/' ? APPIMAGE : null;
  } catch {
    // A folder that is not there has nothing in it.
    return null;
  }
}
