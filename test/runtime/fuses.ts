import { readFileSync } from 'node:fs';

/** Electron's fuses in the order of their wire, with the states of Electron's own build (`build/fuses/fuses.json5`). */
const BUILT = [
  ['runAsNode', '1'],
  ['cookieEncryption', '0'],
  ['nodeOptions', '1'],
  ['nodeCliInspect', '1'],
  ['embeddedAsarIntegrityValidation', '0'],
  ['onlyLoadAppFromAsar', '0'],
  ['loadBrowserProcessSpecificV8Snapshot', '0'],
  ['grantFileProtocolExtraPrivileges', '1'],
  ['wasmTrapHandlers', '1'],
] as const;

type FuseName = (typeof BUILT)[number][0];

/** True for each fuse that is on. */
export type Fuses = Record<FuseName, boolean>;

// In two parts, so that only a packed executable holds the whole.
const SENTINEL = ['dL7pKGdnNz796Pb', 'bjQWNKmHXBZaB9tsX'].join('');
const VERSION = 1;

/** The wire that `@electron/fuses` looks for: sentinel, version, length, and a character for each fuse. */
export function fuseWire(): Buffer {
  const states = BUILT.map(([, state]) => state).join('');
  return Buffer.concat([Buffer.from(SENTINEL), Buffer.from([VERSION, BUILT.length]), Buffer.from(states)]);
}

/** Reads the fuses of an executable. Throws when it holds none. */
export function readFuses(executable: string): Fuses {
  const bytes = readFileSync(executable);
  const at = bytes.indexOf(SENTINEL);
  if (at < 0) throw new Error(`${executable} holds no fuses.`);
  const start = at + SENTINEL.length + 2;
  const on = (name: FuseName): boolean => bytes[start + BUILT.findIndex(([known]) => known === name)] === 0x31;
  return {
    runAsNode: on('runAsNode'),
    cookieEncryption: on('cookieEncryption'),
    nodeOptions: on('nodeOptions'),
    nodeCliInspect: on('nodeCliInspect'),
    embeddedAsarIntegrityValidation: on('embeddedAsarIntegrityValidation'),
    onlyLoadAppFromAsar: on('onlyLoadAppFromAsar'),
    loadBrowserProcessSpecificV8Snapshot: on('loadBrowserProcessSpecificV8Snapshot'),
    grantFileProtocolExtraPrivileges: on('grantFileProtocolExtraPrivileges'),
    wasmTrapHandlers: on('wasmTrapHandlers'),
  };
}
