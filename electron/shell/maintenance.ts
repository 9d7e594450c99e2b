import type { Vault } from '../vault/vault.ts';

const hourMs = 60 * 60 * 1000;

/** Repairs and what falls due: now, then every hour; `then` follows each. What must wait is tried again then. */
export function startMaintenance(vault: Pick<Vault, 'reconcile'>, then: () => void): void {
  async function once(): Promise<void> {
    try {
      await vault.reconcile();
      then();
    } catch {
      // The database failed; the next hour tries again, and whoever uses it meanwhile says so.
    }
  }
  void once();
  setInterval(() => void once(), hourMs).unref();
}
