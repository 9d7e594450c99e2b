import { language } from '../messages/languages.ts';
import type { Follower } from '../vault/changes.ts';
import type { Diagnostics } from '../vault/diagnostics.ts';
import type { Vault } from '../vault/vault.ts';
import type { DriftMarks } from './drift-marks.ts';
import type { TrayIcon } from './tray.ts';
import { recentCount, type TrayState } from './tray-menu.ts';

const nothing: TrayState = { locked: true, keys: [], projects: [], providerNames: new Map(), onClipboard: null };

function trayStateOf({ keys, projects, detection, leases, locking }: Vault, drift: DriftMarks): TrayState {
  if (locking.isLocked()) return nothing;
  const lease = leases.current();
  return {
    locked: false,
    keys: keys.recent(recentCount),
    projects: projects.list().map(({ id, name, targets }) => ({
      id,
      name,
      pending: targets.reduce((sum, target) => sum + target.pending, 0),
      differ: drift.of(id),
    })),
    providerNames: new Map(detection.list().map(({ id, name }) => [id, name])),
    onClipboard: lease && {
      name: keys.find(lease.keyId)?.name ?? language.tray.deletedKey,
      endsAt: lease.endsAt,
    },
  };
}

/** Keeps the tray in step. Several changes at once are one, and never delay the call that made them. */
export function keepTrayInStep(
  tray: TrayIcon,
  vault: Vault,
  { drift, diagnostics }: { readonly drift: DriftMarks; readonly diagnostics: Diagnostics },
): Follower & { refresh(): void } {
  let waiting = false;
  function refresh(): void {
    if (waiting) return;
    waiting = true;
    setImmediate(() => {
      waiting = false;
      try {
        tray.show(trayStateOf(vault, drift));
      } catch (error) {
        // It shows what it showed before; the next change tries again.
        diagnostics.report('tray', error);
      }
    });
  }
  function refreshProjects(): void {
    refresh();
    drift.refresh();
  }
  refresh();
  return {
    refresh,
    keys: refresh,
    projects: refreshProjects,
    exported: () => drift.refresh(),
    lease: refresh,
    lock: refreshProjects,
  };
}
