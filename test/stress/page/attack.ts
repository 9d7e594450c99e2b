import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Channel } from '../../../electron/ipc/contract.ts';
import { startKeyring } from '../../support/keyring.ts';
import { withoutLast4 } from '../../support/pieces.ts';
import { watchStalls } from '../../support/stalls.ts';
import { unaskedChanges } from './lines.ts';
import { createMoves, type Move } from './moves.ts';
import { createPool } from './pool.ts';
import { seededRandom } from './random.ts';
import { filesThatRun } from './shells.ts';
import { filesBelow, openWorld, type World } from './world.ts';

export interface AttackOptions {
  readonly calls: number;
  readonly seed: number;
  /** With one vault there is nothing to compare: main is as large as it is for a person, and how long it stands still tells. */
  readonly vaults: 1 | 2;
  readonly onProgress: (calls: number) => void;
  /** Told at once, since a run takes an hour and may be cut off. */
  readonly onFound: (line: string) => void;
}

export interface AttackResult {
  readonly calls: number;
  readonly channels: number;
  /** Four characters in a row of a value, where they follow the value; each said with where it was found. */
  readonly pieces: readonly string[];
  /** Answers and events that differ between the two sides, though no piece of a value is in them. */
  readonly differences: readonly string[];
  /** Lines written or lost that nobody was asked about. */
  readonly unasked: readonly string[];
  /** Files made or changed outside of the linked folders. */
  readonly outside: readonly string[];
  /** Copies of a value whose grant was spent. */
  readonly gained: readonly string[];
  /** Calls that opened a lock: no key is pressed in this run. */
  readonly unlocked: readonly string[];
  /** The most questions that a person had to close within one minute. */
  readonly asked: number;
  /** The longest time in ms that main's event loop stood still during a call, and in which. */
  readonly stall: number;
  readonly stalledIn: string;
}

/** Calls between two looks at all files, and at what the page took away. */
const checkEvery = 1_000;
/** So many calls the page has a locked vault. */
const lockedFor = 40;
const pieceLength = 4;
/** In ms: so long main's event loop may stand still. */
const longestStall = 50;

/**
 * The pieces of the first side's secrets in its text whose counterparts stand in the second side's text instead. A piece
 * that stands in both is there by chance, as `g","` is in much that is said.
 */
function followingPieces(first: string, second: string, secrets: readonly (readonly [string, string])[]): string[] {
  const found: string[] = [];
  for (const [one, other] of secrets) {
    for (let at = 0; at + pieceLength <= one.length; at += 1) {
      const [piece, counterpart] = [one.slice(at, at + pieceLength), other.slice(at, at + pieceLength)];
      if (piece === counterpart || !first.includes(piece) || !second.includes(counterpart)) continue;
      if (!second.includes(piece) || !first.includes(counterpart)) found.push(piece);
    }
  }
  return found;
}

/** A write works on several files at once: in which order they end, and come into the activity, is chance. */
function inOrder(said: string): string {
  if (!/"(?:projects\.exported|activity\.list)"/.test(said)) return said;
  const told: { channel?: string; event?: string; told?: { value?: unknown }; data?: { done?: number } } =
    JSON.parse(said);
  if (told.event === 'projects.exported' && told.data !== undefined) told.data.done = 0;
  if (told.channel === 'activity.list' && Array.isArray(told.told?.value))
    told.told.value = sortWrites(told.told.value);
  return JSON.stringify(told);
}

interface Entry {
  readonly id: number;
  readonly at: number;
  readonly kind: string;
  readonly detail: string;
}

/** The entries, newest first, those of one time with what was written first, by file; the ids stay in their places. */
function sortWrites(entries: readonly Entry[]): Entry[] {
  const isWrite = ({ kind }: Entry): boolean => kind === 'exported';
  const sorted = entries.toSorted((one, other) => {
    if (one.at !== other.at) return other.at - one.at;
    if (isWrite(one) && isWrite(other)) return one.detail.localeCompare(other.detail);
    return Number(isWrite(other)) - Number(isWrite(one)) || other.id - one.id;
  });
  return sorted.map((entry, at) => ({ ...entry, id: entries[at]?.id ?? entry.id }));
}

const unknown = '"label":"","provider":"","last4":""';

/** What is taken off a typed value: the page knows what is left of it. */
const unseenAround = /^[\p{White_Space}\p{Cf}]+|[\p{White_Space}\p{Cf}]+$/gu;

/** A long value made at random looks like a key on the one side and, once in a while, like none on the other. */
function withoutGuess(said: string): string {
  return said
    .replaceAll('"label":"Key of an unknown provider"', '"label":""')
    .replaceAll(`${unknown},"kind":"ordinary","secret":false`, `${unknown},"kind":"secret","secret":true`);
}

function paired(first: readonly string[], second: readonly string[]): [string, string][] {
  return first.map((one, at) => [one, second[at] ?? '']);
}

/**
 * Drives the contract as a taken-over page would, as a rule over two vaults that differ in their values alone: the same calls,
 * the same ids, the same time. Whatever differs in what the two pages hear follows a value. Every question is dismissed.
 */
export async function attack({ calls, seed, vaults, onProgress, onFound }: AttackOptions): Promise<AttackResult> {
  const keyring = await startKeyring();
  const first = await openWorld({ seed, side: 'first', keyring });
  const second = vaults === 2 ? await openWorld({ seed, side: 'second', keyring }) : null;
  const worlds = second === null ? [first] : [first, second];
  const random = seededRandom(seed + 11);
  const pool = createPool(random);
  const nextMoves = createMoves(random, pool, first.short);
  const channels = new Set<Channel>();
  const result = {
    pieces: [] as string[],
    differences: [] as string[],
    unasked: [] as string[],
    outside: [] as string[],
    gained: [] as string[],
    unlocked: [] as string[],
    stall: 0,
    stalledIn: '',
  };
  const before = await Promise.all(worlds.map(({ test }) => filesBelow(test.folder)));
  const foldersBefore = await Promise.all(first.folders.map(({ root }) => filesBelow(root)));
  const sharedBefore = worlds.map(({ folders }) => folders.map(({ root }) => new Set(linesToBeShared(root))));
  const withoutPaths = (text: string): string => worlds.reduce((left, world) => world.withoutPaths(left), text);
  let done = 0;

  /** What the page heard since it was asked last: the answer, and events in any order. */
  async function make(world: World, { channel, input }: Move, pass: number): Promise<string[]> {
    const { page, test } = world;
    page.heard.length = 0;
    if (input instanceof Object && 'value' in input && typeof input.value === 'string') {
      page.typed.add(input.value).add(input.value.replace(unseenAround, ''));
    }
    const wasLocked = test.vault.locking.isLocked();
    const stalled = watchStalls();
    // The input was made for this channel.
    const answer = page.call(channel, input as never);
    // A look at the clipboard may wait for its turn.
    test.clock.pass(pass);
    const { ok } = await answer;
    await world.untilIdle();
    const stall = stalled();
    if (stall > result.stall) Object.assign(result, { stall, stalledIn: channel });
    if (stall > longestStall) onFound(`stood still for ${stall.toFixed(0)} ms in ${channel}, at call ${done}`);
    if (wasLocked && !test.vault.locking.isLocked()) result.unlocked.push(channel);
    // The log of failures is no value; where it is empty the clipboard stays as it was.
    const copied = ok && /^(?:keys|palette)[.]copy$/.test(channel) ? test.clipboard.held.clipboard : null;
    if (copied !== null && !page.typed.has(copied) && world.grants.consume(copied))
      result.gained.push(`${channel}: ${copied}`);
    return page.heard.map((said) => withoutPaths(withoutGuess(withoutLast4(inOrder(said))))).sort();
  }

  function compare(other: World, channel: Channel, heard: readonly [string[], string[]]): void {
    // In what both heard a piece is there by chance.
    const ours = heard[0].filter((said) => !heard[1].includes(said));
    const theirs = heard[1].filter((said) => !heard[0].includes(said));
    if (ours.length + theirs.length === 0) return;
    const pieces = followingPieces(ours.join('\n'), theirs.join('\n'), paired(first.secrets, other.secrets));
    // With the answers: a piece can be there by chance, and something else in them follow the value.
    result.pieces.push(...pieces.map((piece) => `${channel}: ${piece} in ${ours[0]} | ${theirs[0]}`));
    if (pieces.length === 0) result.differences.push(`${channel}: ${ours[0]} | ${theirs[0]}`);
  }

  const reported = new Set<string>();
  function reportFound(): void {
    const { pieces, differences, unasked, outside, gained, unlocked } = result;
    for (const line of [pieces, differences, unasked, outside, gained, unlocked].flat()) {
      if (!reported.has(line)) onFound(`by call ${done}: ${line}`);
      reported.add(line);
    }
  }

  async function look(): Promise<void> {
    for (const [at, world] of worlds.entries()) {
      const now = await filesBelow(world.test.folder);
      for (const [file, text] of now) {
        if (/^(?:vault\.db|backups?\/|project-)/.test(file)) continue;
        if (before[at]?.get(file) !== text) result.outside.push(file);
      }
    }
    for (const [at, { root }] of first.folders.entries()) {
      const now = await filesBelow(root);
      for (const [file, text] of foldersBefore[at] ?? []) {
        if (/package\.json$|\.gitignore$/.test(file)) continue;
        result.unasked.push(...unaskedChanges(file, text, now.get(file) ?? ''));
      }
      result.unasked.push(...filesThatRun(root, now.keys()));
      if (second === null) continue;
      const given = worlds.map((world, side) => {
        const there = world.folders[at];
        const old = sharedBefore[side]?.[at];
        const lines = there === undefined ? [] : linesToBeShared(there.root);
        // What the person wrote is the person's to share.
        return lines.filter((line) => old?.has(line) !== true).join('\n');
      });
      const pieces = followingPieces(given[0] ?? '', given[1] ?? '', paired(first.vaultSecrets, second.vaultSecrets));
      result.pieces.push(...pieces.map((piece) => `in what git would commit of project ${at}: ${piece}`));
    }
    reportFound();
  }

  try {
    while (done < calls) {
      for (const move of nextMoves()) {
        const pass = random.chance(0.02) ? 60_000 * random.below(600) : 1_100 + random.below(2_000);
        const heard = await make(first, move, pass);
        if (second !== null) compare(second, move.channel, [heard, await make(second, move, pass)]);
        for (const said of first.page.heard) pool.hear(JSON.parse(said));
        channels.add(move.channel);
        done += 1;
        if (done % lockedFor === 0) for (const world of worlds) await world.unlock();
        if (done % checkEvery !== 0) continue;
        await look();
        for (const world of worlds) {
          await world.tend();
          await world.untilIdle();
        }
        onProgress(done);
      }
      if (result.pieces.length + result.unasked.length + result.outside.length > 100) break;
    }
    await look();
  } finally {
    for (const world of worlds) await world.stop();
    await keyring.stop();
  }
  const asked = Math.max(...worlds.map(({ person }) => person.mostAMinute()));
  return { ...result, calls: done, channels: channels.size, asked };
}

/** What leaves the computer with the project: the example files, and where git is used, all that it would commit. */
function linesToBeShared(root: string): string[] {
  return listed(root).flatMap((file) => readFileSync(path.join(root, file), 'utf8').split('\n'));
}

function listed(root: string): string[] {
  const inGit = ['ls-files', '--cached', '--others', '--exclude-standard'];
  try {
    return execFileSync('git', inGit, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .split('\n')
      .filter((file) => file !== '');
  } catch {
    // No repository: nothing is committed, but an example file is made to be.
    return execFileSync('find', ['.', '-name', '*.example'], { cwd: root, encoding: 'utf8' })
      .split('\n')
      .filter(Boolean);
  }
}
