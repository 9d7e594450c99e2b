import { app } from 'electron';
import { openDiagnostics } from '../adapters/diagnostics/diagnostics.ts';
import type { Diagnostics } from '../vault/diagnostics.ts';
import { builtFiles } from './built-files.ts';

/** The log of failures that nobody waits for, next to the vault; whoever started Clavis in a terminal reads it there, too. */
export function openAppDiagnostics(platform: NodeJS.Platform): Diagnostics {
  return openDiagnostics({
    folder: app.getPath('userData'),
    root: builtFiles.mainCode,
    app: `${app.getVersion()} ${platform}`,
    echo: (line) => console.error(line),
  });
}
