import { join } from 'node:path';
import { openExternalImports } from '../../../electron/adapters/external-import/external-imports.ts';
import { workerSource } from '../../support/worker-source.ts';

const workerUrl = workerSource('external-import-worker');

/** The product's own, with its worker. */
export const externalImports = openExternalImports({ workerUrl });

export const fixture = (name: string): string => join(import.meta.dirname, 'fixtures', name);
