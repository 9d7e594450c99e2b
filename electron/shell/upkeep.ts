import type { Vault } from '../vault/vault.ts';

const hourMs = 60 * 60 * 1000;

/** Repairs and what falls due: once the window stands, then every hour. What must wait is tried again then. */
export function keepUp(contents: Electron.WebContents, vault: Vault): void {
  contents.once('did-finish-load', () => void vault.settle());
  setInterval(() => void vault.settle(), hourMs).unref();
}
