import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { logName, openDiagnostics } from '../../electron/adapters/diagnostics/diagnostics.ts';
import type { Diagnostics } from '../../electron/vault/diagnostics.ts';

/** All of Clavis' own code, as it is before it is built. */
export const ownCode = fileURLToPath(new URL('../../electron', import.meta.url));

export interface WrittenDiagnostics extends Diagnostics {
  readonly folder: string;
  readonly file: string;
  /** What was shown on the terminal. */
  readonly echoed: readonly string[];
  /** What the file holds. */
  text(): Promise<string>;
  /** The areas and codes of its entries, as `erasing KEYCHAIN_LOCKED`. */
  written(): Promise<string[]>;
}

/** The log as the app has it, in a folder that goes with the test. */
export async function openWrittenDiagnostics(options: { now?: () => number } = {}): Promise<WrittenDiagnostics> {
  const folder = await mkdtemp(join(tmpdir(), 'clavis-diagnostics-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const echoed: string[] = [];
  const file = join(folder, logName);
  const text = (): Promise<string> => readFile(file, 'utf8').catch(() => '');
  return {
    ...openDiagnostics({
      folder,
      root: ownCode,
      app: '0.2.0 linux',
      echo: (line) => echoed.push(line),
      ...options,
    }),
    folder,
    file,
    echoed,
    text,
    async written() {
      const lines = (await text()).split('\n').filter((line) => line !== '');
      return lines.map((line) => /"area":"([^"]+)","code":"([^"]+)"/.exec(line)?.slice(1).join(' ') ?? line);
    },
  };
}
