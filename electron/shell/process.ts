import { app } from 'electron';
import type { Diagnostics } from '../vault/diagnostics.ts';
import { limitCoreDumps } from './core-dumps.ts';
import { appendNetworkSwitches } from './network.ts';
import { registerScheme } from './protocol.ts';
import { refuseWhatPagesNeverNeed } from './security.ts';

/** Sets what counts for the whole process, and what Electron takes only before it is ready. */
export function setUpProcess(platform: NodeJS.Platform, diagnostics: Diagnostics): void {
  limitCoreDumps(platform, diagnostics);
  app.enableSandbox();
  // Notifications and the login entry go by it; the packages' own id.
  if (platform === 'win32') app.setAppUserModelId('app.clavis.Clavis');
  registerScheme();
  appendNetworkSwitches();
  refuseWhatPagesNeverNeed(diagnostics);
}
