import { app, dialog } from 'electron';
import { language } from '../messages/languages.ts';
import { messageOf } from '../messages/message-of.ts';
import { isVaultError } from '../vault/errors.ts';

/** The vault could not be opened: say so, and leave everything as it is. */
export async function showFatalError(title: string, error: unknown): Promise<void> {
  const message = isVaultError(error)
    ? messageOf(error)
    : error instanceof Error
      ? error.message
      : language.fatal.unforeseen;
  await app.whenReady();
  dialog.showErrorBox(title, message);
  app.exit(1);
}
