import type { Vault } from '../vault/vault.ts';

const hourMs = 60 * 60 * 1000;

/** Repairs and what falls due: now, then every hour. What must wait is tried again then. */
export function keepUp(vault: Vault): void {
  void vault.settle();
  setInterval(() => void vault.settle(), hourMs).unref();
}
