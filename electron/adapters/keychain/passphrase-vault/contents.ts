import { randomBytes } from 'node:crypto';
import {
  type Block,
  encodeFile,
  encodeIndex,
  type Head,
  type IndexedRecords,
  indexContext,
  readBlocks,
  readRecords,
  UnreadableFile,
  type Work,
  wrapContext,
} from './format.ts';
import { StretchingFailed, seal, stretch, unseal } from './sealing.ts';

const sealedIndexContext = (head: Head): Buffer => Buffer.concat([Buffer.from('clavis index\0'), indexContext(head)]);
const valueContext = (id: Buffer, account: string): Buffer =>
  Buffer.concat([Buffer.from('clavis value\0'), id, Buffer.from(account, 'utf8')]);

/** What is wrong with a file that can be read: one of its two copies of head and index, or a record's tag; or they differ. */
export type Flaw = 'damaged' | 'differ';

/** What a file holds, as far as the master key opens it: which accounts, and each one's sealed value. */
export interface Contents extends IndexedRecords {
  readonly head: Head;
  /** Null: both copies of head and index were as they should be, and each record's tag. */
  readonly flaw: Flaw | null;
}

/** A new master key, and the head that wraps it with this passphrase. */
export async function makeHead(passphrase: string, work: Work): Promise<OpenedHead> {
  const master = randomBytes(32);
  const key = await makeWrapping(passphrase, work);
  return { head: wrap(master, randomBytes(16), key), master };
}

/** The key that a passphrase makes with a new salt, to wrap a master key with. */
export interface Wrapping {
  readonly work: Work;
  readonly salt: Buffer;
  readonly key: Buffer;
}

export async function makeWrapping(passphrase: string, work: Work): Promise<Wrapping> {
  const salt = randomBytes(16);
  return { work, salt, key: await stretch(passphrase, { work, salt }) };
}

/** The head of the file with this id whose master key is wrapped so from now on. Wipes the wrapping's key. */
export function wrap(master: Buffer, id: Buffer, { work, salt, key }: Wrapping): Head {
  const unwrapped = { work, id, salt };
  try {
    return { ...unwrapped, wrapped: seal(key, master, wrapContext(unwrapped)) };
  } finally {
    key.fill(0);
  }
}

/** What a passphrase opened: the master key, which its owner wipes, and the head that wraps it. */
export interface OpenedHead {
  readonly master: Buffer;
  readonly head: Head;
}

/**
 * What the passphrase opens; null: it is another one. So is one that opens no head but an older one, which somebody put next to
 * the one that counts. @throws UnreadableFile, StretchingFailed
 */
export async function openHead(file: Buffer, passphrase: string): Promise<OpenedHead | null> {
  const tried: Head[] = [];
  let failure: StretchingFailed | null = null;
  for (const { head } of readBlocks(file)) {
    // Two copies that are the same are one question.
    if (tried.some((one) => isSameHead(one, head))) continue;
    tried.push(head);
    const master = await unwrap(head, passphrase).catch((error: unknown) => {
      // One of two that differ may ask for more memory than the other.
      if (!(error instanceof StretchingFailed)) throw error;
      failure = error;
      return null;
    });
    if (master === null) continue;
    if (isSameHead(countingHead(file, master), head)) return { master, head };
    master.fill(0);
  }
  if (failure !== null) throw failure;
  return null;
}

/** The master key that this head wraps; null: with another passphrase. */
async function unwrap(head: Head, passphrase: string): Promise<Buffer | null> {
  const key = await stretch(passphrase, head);
  try {
    return unseal(key, head.wrapped, wrapContext(head));
  } finally {
    key.fill(0);
  }
}

/** The head of what counts in the file. Where there is none, the master key is wiped. @throws UnreadableFile */
function countingHead(file: Buffer, master: Buffer): Head {
  try {
    const contents = readContents(file, master);
    if (contents !== null) return contents.head;
  } catch (error) {
    master.fill(0);
    throw error;
  }
  master.fill(0);
  throw new UnreadableFile('damaged');
}

export function isSameHead(one: Head, other: Head): boolean {
  return indexContext(one).equals(indexContext(other));
}

/**
 * What counts in the file; null: neither index opens with this key. Where both copies open and are not the same, the file was
 * put together from two writes: the later one counts whose records are all there. @throws UnreadableFile, also where neither does
 */
export function readContents(file: Buffer, master: Buffer): Contents | null {
  const blocks = readBlocks(file);
  const [first, last] = blocks.map((block) => readBlock(file, block, master)).filter((one) => one !== null);
  if (first === undefined) return null;
  if (last === undefined) return withFlaw(first, 'damaged');
  if (isSameCopy(blocks)) return withFlaw(first, first.isWhole ? null : 'damaged');
  const [newest, older] = [first, last]
    .filter(({ isWhole }) => isWhole)
    .sort((one, other) => other.generation - one.generation);
  // Of two of the same number nobody can tell which one was acknowledged.
  if (newest === undefined || newest.generation === older?.generation) throw new UnreadableFile('damaged');
  return withFlaw(newest, 'differ');
}

type BlockContents = IndexedRecords & { readonly head: Head; readonly isWhole: boolean };

const withFlaw = ({ head, generation, records }: BlockContents, flaw: Flaw | null): Contents => ({
  head,
  generation,
  records,
  flaw,
});

function isSameCopy([first, last]: readonly Block[]): boolean {
  return (
    first !== undefined && last !== undefined && isSameHead(first.head, last.head) && first.index.equals(last.index)
  );
}

function readBlock(file: Buffer, block: Block, master: Buffer): BlockContents | null {
  const { head, index } = block;
  const opened = unseal(master, index, sealedIndexContext(head));
  const read = opened && readRecords(file, block, opened);
  return read && { head, ...read };
}

/** The file with these values in it. */
export function writeContents({ head, ...indexed }: Omit<Contents, 'flaw'>, master: Buffer): Buffer {
  return encodeFile(head, seal(master, encodeIndex(indexed), sealedIndexContext(head)), indexed.records);
}

export function sealValue(master: Buffer, { id }: Head, account: string, value: Uint8Array): Buffer {
  return seal(master, value, valueContext(id, account));
}

/** The value, in a buffer that the caller wipes; null: it was changed. */
export function unsealValue(master: Buffer, { id }: Head, account: string, sealed: Buffer): Buffer | null {
  return unseal(master, sealed, valueContext(id, account));
}
