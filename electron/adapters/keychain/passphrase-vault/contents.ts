import { randomBytes } from 'node:crypto';
import {
  type Block,
  encodeFile,
  encodeIndex,
  type Head,
  readBlocks,
  readRecords,
  type SealedRecords,
  type Work,
  wrapContext,
} from './format.ts';
import { seal, stretch, unseal } from './sealing.ts';

const indexContext = (id: Buffer): Buffer => Buffer.concat([Buffer.from('clavis index\0'), id]);
const valueContext = (id: Buffer, account: string): Buffer =>
  Buffer.concat([Buffer.from('clavis value\0'), id, Buffer.from(account, 'utf8')]);

/** What a file holds, as far as the master key opens it: which accounts, and each one's sealed value. */
export interface Contents {
  readonly head: Head;
  readonly records: SealedRecords;
  /** Whether both copies of head and index were as they should be, and each record's tag. */
  readonly isWhole: boolean;
}

/** A new master key, and the head that wraps it with this passphrase. */
export async function makeHead(passphrase: string, work: Work): Promise<{ head: Head; master: Buffer }> {
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

/** The master key of this file; null: the passphrase is another one. @throws UnreadableFile */
export async function openMaster(file: Buffer, passphrase: string): Promise<Buffer | null> {
  const tried: Buffer[] = [];
  for (const { head } of readBlocks(file)) {
    // Two copies that are the same are one question.
    if (tried.some((wrapped) => wrapped.equals(head.wrapped))) continue;
    tried.push(head.wrapped);
    const key = await stretch(passphrase, head);
    const master = unseal(key, head.wrapped, wrapContext(head));
    key.fill(0);
    if (master !== null) return master;
  }
  return null;
}

/** Null: neither index opens with this key. @throws UnreadableFile */
export function readContents(file: Buffer, master: Buffer): Contents | null {
  const blocks = readBlocks(file);
  const read = blocks.map((block) => readBlock(file, block, master));
  const found = read.find((one) => one !== null);
  return found === undefined
    ? null
    : { ...found, isWhole: read.length === 2 && read.every((one) => one?.isWhole === true) };
}

function readBlock(file: Buffer, block: Block, master: Buffer): Contents | null {
  const { head, index } = block;
  const opened = unseal(master, index, indexContext(head.id));
  const read = opened && readRecords(file, block, opened);
  return read && { head, ...read };
}

/** The file with these values in it. */
export function writeContents({ head, records }: Omit<Contents, 'isWhole'>, master: Buffer): Buffer {
  return encodeFile(head, seal(master, encodeIndex(records), indexContext(head.id)), records);
}

export function sealValue(master: Buffer, { id }: Head, account: string, value: Uint8Array): Buffer {
  return seal(master, value, valueContext(id, account));
}

/** The value, in a buffer that the caller wipes; null: it was changed. */
export function unsealValue(master: Buffer, { id }: Head, account: string, sealed: Buffer): Buffer | null {
  return unseal(master, sealed, valueContext(id, account));
}
