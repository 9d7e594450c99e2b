import { parseExternalImport } from '../../../electron/adapters/external-import/parse.ts';
import { messageOf } from '../../../electron/messages/message-of.ts';
import { isVaultError } from '../../../electron/vault/errors.ts';
import type { ExternalContent } from '../../../electron/vault/ports.ts';

type Found = Omit<ExternalContent, 'file'>;

/** What the worker makes of an export. */
export function readExport(content: string | Uint8Array): Found {
  return parseExternalImport(typeof content === 'string' ? new TextEncoder().encode(content) : content, 'export');
}

/** The code and the words with which it is refused; '' where it is read. */
export function refusalOf(content: string | Uint8Array): string {
  try {
    readExport(content);
    return '';
  } catch (error) {
    if (!isVaultError(error)) throw error;
    return `${error.code}: ${messageOf(error)}`;
  }
}

/** Each value with the name of its field, in order. */
export function valuesIn({ items }: Found): (readonly [field: string, value: string])[] {
  return items.flatMap(({ values }) => values.map(({ field, value }) => [field, value.reveal()] as const));
}

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A table, each cell in quotation marks. */
export function table(rows: readonly (readonly string[])[], delimiter = ','): string {
  return rows.map((row) => `${row.map(cell).join(delimiter)}\n`).join('');
}

/** Bitwarden's table of one login with these custom fields. */
export function withFields(fields: string): string {
  return table([
    ['folder', 'favorite', 'type', 'name', 'notes', 'fields', 'login_uri', 'login_username', 'login_password'],
    ['', '', 'login', 'Acme', '', fields, '', '', ''],
  ]);
}
