import { Menu, Tray } from 'electron';
import type { Diagnostics } from '../vault/diagnostics.ts';
import { systemText } from '../vault/shown-text.ts';
import { trayImage } from './tray-image.ts';
import { type TrayActions, type TrayState, trayLook, trayMenu, trayToolTip } from './tray-menu.ts';

export interface TrayIcon {
  /** Shows the state again, where it differs from what is shown. */
  show(state: TrayState): void;
  /** Whether this desktop shows it now. */
  isThere(): boolean;
}

export interface TrayOptions {
  readonly name: string;
  readonly platform: NodeJS.Platform;
  readonly actions: TrayActions;
  /** Says when a tray icon begins to be shown on this desktop, and when no longer. */
  readonly watchHost: (onChange: (shown: boolean) => void) => unknown;
  /** It is there, or no longer. */
  readonly onThere: () => void;
  readonly diagnostics: Diagnostics;
}

/** Characters that Windows takes in a tooltip. */
const widestToolTip = 127;

/** What the icon shows now: only what differs is set again. */
interface Shown {
  readonly tray: Tray;
  menu: string;
  look: string;
  toolTip: string;
}

/** The tray's icon, made whenever a desktop would show it: one made before stays unseen permanently. */
export function openTray({ name, platform, actions, watchHost, onThere, diagnostics }: TrayOptions): TrayIcon {
  let shown: Shown | null = null;
  let state: TrayState | null = null;
  let nextSecond: NodeJS.Timeout | null = null;

  function make(): Shown {
    const tray = new Tray(trayImage('idle', platform));
    tray.on('click', actions.open);
    tray.setToolTip(name);
    return { tray, menu: '', look: 'idle', toolTip: name };
  }

  function refresh(): void {
    if (nextSecond !== null) clearTimeout(nextSecond);
    nextSecond = null;
    if (shown === null || state === null) return;
    const look = trayLook(state);
    if (look !== shown.look) shown.tray.setImage(trayImage(look, platform));
    shown.look = look;
    const template = trayMenu(state, actions);
    // A menu set again closes under the person's pointer: only when something changed.
    const menu = JSON.stringify(template);
    if (menu !== shown.menu) shown.tray.setContextMenu(Menu.buildFromTemplate(template));
    shown.menu = menu;
    count();
  }

  /** The tooltip's seconds, each as it begins; they touch nothing else. */
  function count(): void {
    if (shown === null || state === null) return;
    const now = Date.now();
    const toolTip = systemText(trayToolTip(name, state, now), widestToolTip, platform);
    if (toolTip !== shown.toolTip) shown.tray.setToolTip(toolTip);
    shown.toolTip = toolTip;
    const left = state.locked || state.onClipboard === null ? 0 : state.onClipboard.endsAt - now;
    if (left > 0) nextSecond = setTimeout(count, left % 1000 || 1000).unref();
  }

  watchHost((there) => {
    shown?.tray.destroy();
    shown = null;
    try {
      if (there) shown = make();
      refresh();
    } catch (error) {
      // Then it is not there, and tried again when the desktop's tray is.
      diagnostics.report('tray', error);
    }
    onThere();
  });

  return {
    show(next) {
      state = next;
      refresh();
    },
    isThere: () => shown !== null,
  };
}
