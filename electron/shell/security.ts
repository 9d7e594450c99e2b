import { app } from 'electron';
import { type Diagnostics, EventFailure } from '../vault/diagnostics.ts';
import { pageKinds, pageSession } from './sessions.ts';

/** Electron's security checklist, items 3 to 5 and 13 to 15: no page of ours ever needs any of it. */
export function refuseWhatPagesNeverNeed(diagnostics: Diagnostics): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    // A content security policy has no say in WebRTC. It may use UDP through a proxy that can carry it: ours can't.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    returnWhenLost(contents, diagnostics);
  });
}

/** Where its connection allowlist stops a page from leaving, Chromium shows an error page in its place: loads ours again. */
function returnWhenLost(contents: Electron.WebContents, { report }: Diagnostics): void {
  let own: string | null = null;
  contents.on('did-navigate', (_event, url) => {
    own = url;
  });
  contents.on('did-fail-load', (_event, _code, _description, url, isMainFrame) => {
    if (!isMainFrame || own === null || url === own) return;
    // It fails like a first load: there is nothing better to show.
    contents.loadURL(own).catch(() => report('window', new EventFailure('PAGE_NOT_LOADED')));
  });
}

/** Denies every permission to every page of ours. After ready. */
export function denyPermissions(): void {
  for (const kind of pageKinds) denyPermissionsIn(pageSession(kind));
}

/** Permissions are denied in the request, the check and the device handlers; nothing is downloaded. */
function denyPermissionsIn(session: Electron.Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}
