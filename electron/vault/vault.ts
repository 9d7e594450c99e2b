import { type Copying, createCopying } from './copying.ts';
import { createDeletion, type Deletion } from './deletion.ts';
import { createDrift, type Drift } from './drift.ts';
import { createExample, type Example } from './example.ts';
import { createExportAll, type ExportAll } from './export-all.ts';
import { createExporting, type Exporting } from './exporting.ts';
import { createImporting, type Importing } from './importing.ts';
import { createKeys, type Keys } from './keys.ts';
import { createLeases, type Leases } from './leases.ts';
import { createOffers, type Offers } from './offers.ts';
import type { Ports, Providers } from './ports.ts';
import { createProjects, type Projects } from './projects.ts';
import type { ActivityRecord } from './records.ts';
import { createRotation, type Rotation } from './rotation.ts';
import { createSerial } from './serial.ts';
import { createSettings, type SettingsStore } from './settings.ts';
import { createSettle } from './settle.ts';
import { createTargets, type Targets } from './targets.ts';

export interface Vault {
  readonly keys: Keys;
  readonly copying: Copying;
  readonly rotation: Rotation;
  readonly deletion: Deletion;
  readonly leases: Leases;
  readonly offers: Offers;
  readonly projects: Projects;
  readonly targets: Targets;
  readonly drift: Drift;
  readonly exporting: Exporting;
  readonly exportAll: ExportAll;
  readonly importing: Importing;
  readonly example: Example;
  readonly settings: SettingsStore;
  readonly providers: Providers;
  readonly activity: { latest(limit: number, keyId?: string): ActivityRecord[] };
  /** Repairs what a crash left and does what fell due. Gives the errors of what must wait. */
  settle(): Promise<unknown[]>;
  /** Before the app ends: the clipboard is cleared, deletions are finished. */
  close(): Promise<void>;
}

export function createVault(ports: Ports): Vault {
  const serial = createSerial();
  const keys = createKeys(ports);
  const exporting = createExporting(ports, serial);
  const settings = createSettings(ports);
  const leases = createLeases(ports, serial);
  const copying = createCopying(ports, serial, leases, settings);
  const rotation = createRotation(ports, serial);
  const deletion = createDeletion(ports, serial);
  return {
    keys,
    copying,
    rotation,
    deletion,
    leases,
    offers: createOffers(ports),
    projects: createProjects(ports),
    targets: createTargets(ports),
    drift: createDrift(ports),
    exporting,
    exportAll: createExportAll(ports, exporting),
    importing: createImporting(ports, serial, keys),
    example: createExample(ports, serial),
    settings,
    providers: ports.providers,
    activity: { latest: (limit, keyId) => ports.store.activity.latest(limit, keyId) },
    settle: createSettle(ports, leases, rotation, deletion),
    async close() {
      copying.stop();
      await Promise.allSettled([leases.end(), deletion.finish('all')]);
    },
  };
}
