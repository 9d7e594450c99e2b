import path from 'node:path';
import { type Fuses, readFuses } from './fuses.ts';
import { type FoundApp, resolvePackedApp } from './resolve-app.ts';

/** The executable of a distribution that was started, its fuses, and the app packed next to it, if any. */
export type Packed = { executable: string; fuses: Fuses; app: FoundApp | null };

const FLAG = '--stand-in-packed=';

/** Takes the first argument away where a distribution's executable has put it: the app never sees it. */
export function findPackage(args: readonly string[]): { packed: Packed | null; args: string[] } {
  const [first = '', ...rest] = args;
  if (!first.startsWith(FLAG)) return { packed: null, args: [...args] };
  const executable = first.slice(FLAG.length);
  const fuses = readFuses(executable);
  const app = resolvePackedApp(path.join(path.dirname(executable), 'resources'), fuses);
  return { packed: { executable, fuses, app }, args: rest };
}
