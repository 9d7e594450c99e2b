import { messageOf } from '../../electron/messages/message-of.ts';
import { isVaultError } from '../../electron/vault/errors.ts';
import { placeNamed, type ValuePlaceName } from '../vault/stress/value-place.ts';
import { databaseFaults } from './faults/database.ts';
import { differences, look, lookAtBytes } from './faults/evidence.ts';
import type { Fault, Outcome } from './faults/fault.ts';
import { keychainFaults } from './faults/keychain.ts';
import { sealedFileFaults } from './faults/sealed-file.ts';
import { openWorlds, type World } from './faults/world.ts';

export interface StressOptions {
  /** Only the most important faults. */
  readonly short: boolean;
  /** Where values are. */
  readonly values?: ValuePlaceName;
  /** Print a line for each fault. */
  readonly progress: boolean;
}

/**
 * Makes each fault under a vault in use, and looks at what the person is told, whether anything changed, and whether the
 * same works once the fault is gone. `ok` only if nothing changed and every fault was said.
 */
export async function stressFaults({ short, progress, values = 'keyring' }: StressOptions): Promise<{
  lastLine: string;
  ok: boolean;
  outcomes: readonly Outcome[];
}> {
  const { faults, passphrase } = places[values];
  const all = [...databaseFaults, ...faults]
    .filter((fault) => !short || fault.short === true)
    .filter(({ onlyWhere = values }) => onlyWhere === values);
  const worlds = await openWorlds(passphrase);
  const outcomes: Outcome[] = [];
  try {
    for (const fault of all) {
      if (fault.possible === false) {
        if (progress) console.log(`${fault.fault} · ${fault.operation} · can't be made on this machine`);
        continue;
      }
      const outcome = await inject(fault, await worlds.next());
      outcomes.push(outcome);
      if (progress) console.log(lineOf(outcome));
    }
  } finally {
    await worlds.stop();
  }
  const changed = outcomes.filter(({ changes, worksAgain }) => changes.length > 0 || !worksAgain).length;
  const silent = outcomes.filter((outcome) => !isSaid(outcome)).length;
  return {
    lastLine: `faults${values === 'keyring' ? '' : ` (${values})`}: ${outcomes.length} faults, ${changed} changed, ${silent} silent`,
    ok: changed === 0 && silent === 0,
    outcomes,
  };
}

/** What goes wrong there, and what opens it. */
const places = {
  keyring: { faults: keychainFaults, passphrase: null },
  'passphrase-vault': { faults: sealedFileFaults, passphrase: 'four words kept elsewhere' },
} as const satisfies Record<ValuePlaceName, unknown>;

/** The long form: `npm run stress -- faults`, and `faults passphrase-vault` for values in one. */
export function main(values = 'keyring') {
  return stressFaults({ short: false, progress: true, values: placeNamed(values) });
}

async function inject(fault: Fault, world: World): Promise<Outcome> {
  await fault.prepare?.(world);
  const before = look(world);
  const lift = await fault.strike(world);
  const struck = lookAtBytes(world.folder);
  const error = await errorOf(() => fault.act(world));
  // What was damaged is compared while it is: afterwards it is whole again in any case.
  const damaged = differences(struck, lookAtBytes(world.folder));
  await lift();
  const changes = [...differences(before, look(world)), ...damaged];
  await fault.recover?.(world);
  const again = await errorOf(() => fault.act(world));
  return { fault, ...said(error), changes, worksAgain: again === null };
}

/** `ENOSPC · add a key · DATABASE_FAILED · The vault's … · unchanged yes · works again yes` */
export function lineOf(outcome: Outcome): string {
  const { fault, operation } = outcome.fault;
  const unchanged = outcome.changes.length === 0 ? 'yes' : `no (${outcome.changes.join(', ')})`;
  const said = isSaid(outcome) ? outcome.words : `${outcome.words} (SILENT: not what must be said)`;
  const again = outcome.worksAgain ? 'yes' : 'no';
  return [fault, operation, outcome.code, said, `unchanged ${unchanged}`, `works again ${again}`].join(' · ');
}

function isSaid({ fault, code, words }: Outcome): boolean {
  return code === fault.code && fault.words.test(words);
}

async function errorOf(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work();
    return null;
  } catch (error) {
    return error;
  }
}

function said(error: unknown): { code: string; words: string } {
  if (error === null) return { code: 'none', words: 'It went on as if nothing were wrong.' };
  return isVaultError(error)
    ? { code: error.code, words: messageOf(error) }
    : { code: 'unknown', words: String(error) };
}
