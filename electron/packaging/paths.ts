import path from 'node:path';

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, '../..');

/** Where electron-builder.yml has packages put. */
export const releaseFolder = path.join(root, 'release');
