import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { KeychainState } from '../../electron/adapters/keychain/keychain.ts';
import {
  type OpenPassphraseVault,
  openPassphraseVault,
} from '../../electron/adapters/keychain/passphrase-vault/keychain.ts';
import { Secret } from '../../electron/vault/secret.ts';

export const passphrase = new Secret('four words kept elsewhere');
/** The full work takes a second each time. */
export const littleWork = { log2N: 4, r: 8, p: 1 } as const;

export interface VaultFile {
  readonly folder: string;
  readonly file: string;
  /** What it reported, and which states it told, since it was opened first. */
  readonly reports: unknown[];
  readonly states: KeychainState[];
  /** How long it would have waited before a try, ms. */
  readonly waits: number[];
  /** A vault over this file, as a process that begins opens it: locked where there is one. */
  open(now?: () => number): OpenPassphraseVault;
  remove(): void;
}

/** A folder of its own for a passphrase vault's files. */
export function makeVaultFile(): VaultFile {
  const folder = mkdtempSync(path.join(tmpdir(), 'clavis-sealed-'));
  const file = path.join(folder, 'values.sealed');
  const reports: unknown[] = [];
  const states: KeychainState[] = [];
  const waits: number[] = [];
  return {
    folder,
    file,
    reports,
    states,
    waits,
    open: (now = Date.now) =>
      openPassphraseVault({
        file,
        work: littleWork,
        now,
        wait: async (ms) => void waits.push(ms),
        report: (failure) => void reports.push(failure),
        onState: (state) => void states.push(state),
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
