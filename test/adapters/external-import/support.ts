import { join } from 'node:path';
import { openExternalImports } from '../../../electron/adapters/external-import/external-imports.ts';

const workerUrl = new URL('../../../electron/adapters/external-import/worker.ts', import.meta.url);

/** The product's own, with its worker. */
export const externalImports = openExternalImports({ workerUrl });

export const fixture = (name: string): string => join(import.meta.dirname, 'fixtures', name);
