import type { DiagnosticArea, Diagnostics } from '../vault/diagnostics.ts';

const hourMs = 60 * 60 * 1000;

/** One part of the maintenance, and where it is noted that it failed. */
export interface MaintenanceTask {
  readonly area: DiagnosticArea;
  run(): unknown;
}

/** Does these now, then every hour, one after the other: what fails keeps none of the others back, and is tried again. */
export function startMaintenance(tasks: readonly MaintenanceTask[], { report }: Diagnostics): void {
  async function once(): Promise<void> {
    for (const { area, run } of tasks) {
      try {
        await run();
      } catch (error) {
        report(area, error);
      }
    }
  }
  void once();
  setInterval(() => void once(), hourMs).unref();
}
