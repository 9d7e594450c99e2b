import type Electron from 'electron';
import { acceleratorName, parseAccelerator } from './accelerator.ts';
import type { PageKey } from './key-world.ts';

/** Roles that Chromium's own editing of the page carries out when their keys are pressed. */
const EDITING = new Set(['undo', 'redo', 'cut', 'copy', 'paste', 'pasteandmatchstyle', 'delete', 'selectall']);

/**
 * Clicks the item whose accelerator was pressed, as Electron's views do on Linux and Windows: of two with the same keys
 * the last one in the menu. True when there was one that is enabled.
 */
export function pressMenuKey(menu: Electron.Menu, key: PageKey, window: Electron.BrowserWindow): boolean {
  const { keyCode, shift, control, alt, meta } = key;
  const pressed = acceleratorName({ keyCode, shift, control, alt, meta, altGr: false });
  const item = leavesOf(menu).findLast((leaf) => nameOf(leaf) === pressed);
  if (!item?.enabled) return false;
  item.click({ shiftKey: shift, ctrlKey: control, altKey: alt, metaKey: meta, triggeredByAccelerator: true }, window);
  return true;
}

function leavesOf(menu: Electron.Menu): Electron.MenuItem[] {
  return menu.items.flatMap((item) => (item.submenu ? leavesOf(item.submenu) : [item]));
}

function nameOf({ accelerator, registerAccelerator, role }: Electron.MenuItem): string | null {
  if (typeof accelerator !== 'string' || !registerAccelerator) return null;
  if (typeof role === 'string' && EDITING.has(role.toLowerCase())) return null;
  const parsed = parseAccelerator(accelerator);
  return parsed && acceleratorName(parsed);
}
