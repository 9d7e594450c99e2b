import { type Dialect, parseEnvFile, setVariables } from '../../electron/envfile/index.ts';

export const asBytes = (text: string) => new TextEncoder().encode(text);
export const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

/** The text of a file after variables were set (or removed, where null). */
export function set(
  text: string,
  changes: Record<string, string | null>,
  bound: readonly string[] = [],
  dialect: Dialect = 'dotenv',
  expands = false,
): string {
  const list = Object.entries(changes).map(([name, value]) => ({ name, value }));
  return asText(setVariables(parseEnvFile(asBytes(text), dialect), list, { bound, expands }).bytes);
}
