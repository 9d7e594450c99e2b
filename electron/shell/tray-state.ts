import type { Changes } from '../vault/ports.ts';
import type { Vault } from '../vault/vault.ts';
import type { TrayIcon } from './tray.ts';
import type { TrayState } from './tray-menu.ts';

function trayStateOf({ keys, projects, providers, leases }: Vault): TrayState {
  const all = keys.list();
  const leased = leases.current()?.keyId;
  return {
    keys: all,
    projects: projects.list().map(({ id, name, targets }) => ({
      id,
      name,
      pending: targets.reduce((sum, target) => sum + target.pending, 0),
    })),
    providerNames: new Map(providers.list().map(({ id, name }) => [id, name])),
    onClipboard: leased === undefined ? null : (all.find(({ id }) => id === leased)?.name ?? 'a deleted key'),
  };
}

/** Keeps the tray in step. Several changes at once are one, and never delay the call that made them. */
export function keepTrayInStep(tray: TrayIcon, vault: Vault): Changes {
  let waiting = false;
  function refresh(): void {
    if (waiting) return;
    waiting = true;
    setImmediate(() => {
      waiting = false;
      tray.show(trayStateOf(vault));
    });
  }
  refresh();
  return { keys: refresh, projects: refresh, lease: refresh, exported: () => {} };
}
