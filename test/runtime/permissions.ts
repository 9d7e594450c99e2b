import type Electron from 'electron';
import { browser } from './browser.ts';
import { browserContextOf, permissionHandlersOf, type Session } from './session.ts';
import { toChromium } from './urls.ts';

type Asked = Parameters<NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>>[1];
type Checked = Parameters<NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>>[1];

/** Electron's names and Chromium's. */
const PERMISSIONS: { name: string; asked: Asked; checked: Checked; device?: boolean }[] = [
  { name: 'geolocation', asked: 'geolocation', checked: 'geolocation' },
  { name: 'notifications', asked: 'notifications', checked: 'notifications' },
  { name: 'camera', asked: 'media', checked: 'media' },
  { name: 'microphone', asked: 'media', checked: 'media' },
  { name: 'midi', asked: 'midi', checked: 'midi' },
  { name: 'clipboard-read', asked: 'clipboard-read', checked: 'clipboard-read' },
  { name: 'clipboard-write', asked: 'clipboard-sanitized-write', checked: 'clipboard-sanitized-write' },
  { name: 'idle-detection', asked: 'idle-detection', checked: 'idle-detection' },
  { name: 'storage-access', asked: 'storage-access', checked: 'storage-access' },
];

/**
 * Returns an origin the permissions that the session's handlers grant, and denies it the others. CDP tells nobody when a
 * page asks, so the handlers are asked beforehand, once for each permission when a page is opened: a guess at what they
 * will answer, and the page really gets it. Without handlers Chromium's own defaults stay.
 */
export async function applyPermissions(session: Session, sender: Electron.WebContents, url: string): Promise<void> {
  const { request, check } = permissionHandlersOf(session);
  if (request === null && check === null) return;
  const origin = originOf(toChromium(url));
  if (origin === null) return;
  const running = await browser();
  const context = await browserContextOf(session);
  const place = context === null ? { origin } : { origin, browserContextId: context };
  const apply = async ({ name, asked, checked }: (typeof PERMISSIONS)[number]): Promise<void> => {
    const checkSays =
      check === null || check(sender, checked, originOf(url) ?? url, { isMainFrame: true, requestingUrl: url });
    const requestSays = request === null || (await ask(request, sender, asked, url));
    const setting = checkSays && requestSays ? 'granted' : 'denied';
    await running.setPermission({ permission: { name }, setting, ...place }).catch((error: Error) => {
      console.error(`Permission ${name}: ${error.message}`);
    });
  };
  await Promise.all(PERMISSIONS.map(apply));
}

function ask(
  handler: NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>,
  sender: Electron.WebContents,
  asked: Asked,
  url: string,
): Promise<boolean> {
  return new Promise((resolve) => handler(sender, asked, resolve, { isMainFrame: true, requestingUrl: url }));
}

function originOf(url: string): string | null {
  const match = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+/i.exec(url);
  return match === null ? null : match[0];
}
