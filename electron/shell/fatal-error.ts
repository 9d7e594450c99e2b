import { app, dialog } from 'electron';

/** The vault could not be opened: say so, and leave everything as it is. */
export async function showFatalError(title: string, error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : 'Something went wrong inside Clavis.';
  await app.whenReady();
  dialog.showErrorBox(title, message);
  app.exit(1);
}
