import { z } from 'zod';
import { vaultError } from '../../vault/errors.ts';
import type { ExternalContent } from '../../vault/ports.ts';
import { isTooDeep } from '../json-depth.ts';
import { readOnePassword } from './1password.ts';
import { readBitwarden } from './bitwarden.ts';
import { unreadable } from './file.ts';

const encrypted = z.object({ encrypted: z.literal(true) });

/** Null for JSON that is no export known here. Throws `EXTERNAL_IMPORT_ENCRYPTED`, `EXTERNAL_IMPORT_UNREADABLE`. */
export function readJson(text: string, file: string): Omit<ExternalContent, 'file'> | null {
  const content = parse(text, file);
  // Bitwarden's, with the account's key or with a password of its own.
  if (encrypted.safeParse(content).success) throw vaultError('EXTERNAL_IMPORT_ENCRYPTED', { file });
  return readBitwarden(content, file) ?? readOnePassword(content, file);
}

function parse(text: string, file: string): unknown {
  if (isTooDeep(text)) throw unreadable(file, { code: 'NOT_WHOLE_JSON' });
  try {
    return JSON.parse(text);
  } catch {
    // Its message quotes the text around the mistake.
    throw unreadable(file, { code: 'NOT_WHOLE_JSON' });
  }
}
