import { Menu, nativeImage, Tray } from 'electron';
import trayIcon2x from './icons/tray@2x.png?inline';
import trayIcon from './icons/tray.png?inline';
import { type TrayActions, type TrayState, trayMenu } from './tray-menu.ts';

export interface TrayIcon {
  /** Shows the state anew, where it differs from what is shown. */
  show(state: TrayState): void;
}

export function openTray(name: string, actions: TrayActions): TrayIcon {
  const image = nativeImage.createFromDataURL(trayIcon);
  image.addRepresentation({ scaleFactor: 2, dataURL: trayIcon2x });
  image.setTemplateImage(true);
  const tray = new Tray(image);
  tray.on('click', actions.open);
  let shown = '';
  return {
    show(state) {
      const template = trayMenu(state, actions);
      // A menu set anew closes under the person's pointer: only when something changed.
      const next = JSON.stringify(template);
      if (next === shown) return;
      shown = next;
      tray.setContextMenu(Menu.buildFromTemplate(template));
      tray.setToolTip(state.onClipboard === null ? name : `${name}: ${state.onClipboard} is on the clipboard`);
    },
  };
}
