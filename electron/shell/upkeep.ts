import type { Vault } from '../vault/vault.ts';
import type { MainWindow } from './window.ts';

const hourMs = 60 * 60 * 1000;

/** Repairs and what falls due: once the window stands, then every hour. What must wait is tried again then. */
export function keepUp(window: MainWindow, vault: Vault): void {
  window.contents.once('did-finish-load', () => void vault.settle());
  setInterval(() => void vault.settle(), hourMs).unref();
}
