import {
  type Dialect,
  type EnvDocument,
  parseEnvFile,
  readVariables,
  setVariables,
} from '../../electron/envfile/index.ts';

export const asBytes = (text: string) => new TextEncoder().encode(text);
export const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

/** What readers take for the variable: null where only a running shell could tell, undefined where it isn't there. */
export function readVariable(doc: EnvDocument, name: string, expands = false): string | null | undefined {
  return readVariables(doc, { expands }).get(name);
}

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
