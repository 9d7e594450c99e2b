import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { mulberry32 } from './mulberry.ts';
import { makeVaultFile, passphrase } from './open-vault-file.ts';
import { readSealedValues } from './sealed-file.ts';
import { operation } from './sealed-operations.ts';

const child = path.join(import.meta.dirname, 'sealed-child.ts');
/** Of one process: more writes than the first operations make. */
const mostPoints = 40;
/** In which a process that is killed at some moment has opened the vault, and is at work. */
const mostMs = 60;

export interface Kills {
  readonly kills: number;
  /** Operations that were acknowledged, and found after a kill. */
  readonly operations: number;
  /** What was found that is neither the old state nor the new one. */
  readonly wrong: readonly string[];
}

type Values = ReadonlyMap<string, string>;

function after(values: Values, number: number): Values {
  const { account, value } = operation(number);
  const next = new Map(values);
  if (value === null) next.delete(account);
  else next.set(account, value.reveal());
  return next;
}

const asText = (values: Values): string => JSON.stringify([...values].sort());

/**
 * Kills the process of a passphrase vault again and again: before one of its writes, or at some moment. Each time somebody else
 * reads the file: it must hold all that was acknowledged, and of the next operation all or nothing.
 */
export async function killSealedWrites(
  count: number,
  { seed = 1, onKill = () => {} }: { readonly seed?: number; readonly onKill?: (kills: number) => void } = {},
): Promise<Kills> {
  const random = mulberry32(seed);
  const place = makeVaultFile();
  const wrong: string[] = [];
  let operations = 0;
  let known: Values = new Map();
  let next = 0;
  try {
    const { keychain, vault } = place.open();
    await vault.create(passphrase);
    await keychain.close();
    for (let kills = 0; kills < count; kills += 1) {
      const isAtWrite = kills % 2 === 0;
      const killAt = isAtWrite ? `#${1 + Math.floor(random() * mostPoints)}` : '';
      // A process that is killed while it tries the passphrase leaves a pause, five minutes at most.
      const time = kills * 10 * 60_000;
      const done = await runUntilKilled(
        [place.file, `${next}`, `${time}`, killAt],
        isAtWrite ? null : random() * mostMs,
      );
      for (const number of done) known = after(known, number);
      operations += done.length;
      next += done.length;
      const found = readSealedValues(place.file, passphrase.reveal());
      const one = after(known, next);
      if (asText(found) === asText(one)) {
        known = one;
        next += 1;
      } else if (asText(found) !== asText(known))
        wrong.push(
          `kill ${kills} at ${killAt || 'some moment'}, operation ${next}: ${asText(found)} for ${asText(known)}`,
        );
      onKill(kills + 1);
    }
    return { kills: count, operations, wrong };
  } finally {
    place.remove();
  }
}

/** The numbers of the operations that it acknowledged. `afterMs`: when it is killed from outside, from its opening on. */
async function runUntilKilled(given: readonly string[], afterMs: number | null): Promise<number[]> {
  const running = spawn(process.execPath, [child, ...given], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  running.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.push(text);
    if (afterMs !== null) timer ??= setTimeout(() => running.kill('SIGKILL'), afterMs);
  });
  const [, signal] = await once(running, 'close');
  clearTimeout(timer);
  if (signal !== 'SIGKILL') throw new Error(`the vault’s process ended by itself: ${said.join('')}`);
  // What is not a whole line is the kill point's name.
  const lines = said.join('').split('\n').slice(0, -1);
  return lines.filter((line) => /^\d+$/.test(line)).map(Number);
}
