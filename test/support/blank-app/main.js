import { app, BrowserWindow } from 'electron';

/** The least that opens a window: what launches are measured against. */
app.enableSandbox();
app
  .whenReady()
  .then(() =>
    new BrowserWindow({ width: 1120, height: 720 }).loadURL('data:text/html,<title>Blank</title><p>Blank</p>'),
  );
