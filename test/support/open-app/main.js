import { app, BrowserWindow } from 'electron';

/** A window without any protection of ours: what reaches the network from it could reach it from Clavis. */
app.enableSandbox();
app.whenReady().then(() => {
  new BrowserWindow({ width: 640, height: 480 }).loadURL(process.env.OPEN_APP_PAGE);
});
