import { nativeImage } from 'electron';
import clipboard2x from './icons/tray-clipboard@2x.png?inline';
import clipboard from './icons/tray-clipboard.png?inline';
import clipboardTemplate2x from './icons/tray-clipboard-template@2x.png?inline';
import clipboardTemplate from './icons/tray-clipboard-template.png?inline';
import idle2x from './icons/tray-idle@2x.png?inline';
import idle from './icons/tray-idle.png?inline';
import idleTemplate2x from './icons/tray-idle-template@2x.png?inline';
import idleTemplate from './icons/tray-idle-template.png?inline';
import locked2x from './icons/tray-locked@2x.png?inline';
import locked from './icons/tray-locked.png?inline';
import lockedTemplate2x from './icons/tray-locked-template@2x.png?inline';
import lockedTemplate from './icons/tray-locked-template.png?inline';
import type { TrayLook } from './tray-menu.ts';

/** 16 and 32 px, as data URLs. */
type Drawn = readonly [once: string, twice: string];

/** On a ground of their own: a panel's colour is not known. */
const drawn: Record<TrayLook, Drawn> = {
  idle: [idle, idle2x],
  clipboard: [clipboard, clipboard2x],
  locked: [locked, locked2x],
};

/** Black alone, for macOS to colour. */
const templates: Record<TrayLook, Drawn> = {
  idle: [idleTemplate, idleTemplate2x],
  clipboard: [clipboardTemplate, clipboardTemplate2x],
  locked: [lockedTemplate, lockedTemplate2x],
};

export function trayImage(look: TrayLook, platform: NodeJS.Platform): Electron.NativeImage {
  const isMac = platform === 'darwin';
  const [once, twice] = (isMac ? templates : drawn)[look];
  const image = nativeImage.createFromDataURL(once);
  image.addRepresentation({ scaleFactor: 2, dataURL: twice });
  image.setTemplateImage(isMac);
  return image;
}
