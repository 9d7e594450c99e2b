import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { decodeKept } from './kept-value.ts';
import { readSealedValues } from './sealed-file.ts';
import type { SecretTool } from './secret-tool.ts';

/** What both places hold for these accounts, as other programs read them: the sealed file by its format, the keychain by secret-tool. */
export interface BothPlaces {
  readonly sealed: ReadonlyMap<string, string>;
  readonly keychain: ReadonlyMap<string, string>;
  /** The vault's files of sealed values, whichever they are. */
  readonly files: readonly string[];
}

export interface PlacesToRead {
  readonly folder: string;
  readonly service: string;
  readonly keyring: Pick<SecretTool, 'lookup'>;
  readonly passphrase: string;
}

export async function readBothPlaces(
  { folder, service, keyring, passphrase }: PlacesToRead,
  accounts: readonly string[],
): Promise<BothPlaces> {
  const file = path.join(folder, 'values.sealed');
  const keychain = new Map<string, string>();
  for (const account of accounts) {
    const kept = await keyring.lookup(service, account);
    if (kept !== null) keychain.set(account, decodeKept(kept));
  }
  return {
    sealed: existsSync(file) ? readSealedValues(file, passphrase) : new Map(),
    keychain,
    files: readdirSync(folder).filter((name) => name.startsWith('values.sealed')),
  };
}
