import { app } from 'electron';
import { limitCoreDumps } from './core-dumps.ts';
import { appendNetworkSwitches } from './network.ts';
import { registerScheme } from './protocol.ts';
import { refuseWhatPagesNeverNeed } from './security.ts';

/** Sets what counts for the whole process, and what Electron takes only before it is ready. */
export function setUpProcess(platform: NodeJS.Platform): void {
  limitCoreDumps(platform);
  app.enableSandbox();
  // Notifications and the login entry go by it; the packages' own id.
  if (platform === 'win32') app.setAppUserModelId('app.clavis.Clavis');
  registerScheme();
  appendNetworkSwitches();
  refuseWhatPagesNeverNeed();
}
