import type Electron from 'electron';
import { standInRecord } from './hooks-for-tests.ts';
import { closeObject } from './refuse.ts';

/** Electron's `shell`: what would leave the app is recorded in `__standIn`, never done. */
export const shell = closeObject('shell', {
  async openExternal(url: string): Promise<void> {
    standInRecord.openedExternals.push(url);
  },
  async openPath(path: string): Promise<string> {
    standInRecord.openedPaths.push(path);
    return '';
  },
  showItemInFolder: (fullPath: string): void => void standInRecord.openedPaths.push(fullPath),
  beep(): void {},
} satisfies Pick<Electron.Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'>);
