import { createHash } from 'node:crypto';
import { sealedLength, tagBytes } from './sealing.ts';

/**
 * The file of sealed values, byte by byte in `docs/passphrase-vault.md`: head, index, records, and once more index and head,
 * so that no single damaged place makes more than one value unreadable.
 */
const magic = Buffer.from('CLAVISPV', 'latin1');
export const formatVersion = 1;
const at = { version: 8, work: 9, id: 12, salt: 28, wrapped: 44, indexBytes: 104, checksum: 108 } as const;
const headBytes = 140;
const keyBytes = 32;
/** 2^20 takes scrypt 1 GiB: a file that asks for more is not ours. */
const mostWork = 20;
/** The index begins with its generation. */
const generationBytes = 8;
const entryAtBytes = { name: 0, record: 2, tag: 6 } as const;
const leastEntry = entryAtBytes.tag + tagBytes;
/** In bytes of UTF-8: what an entry can say of a name. */
const longestName = 0xffff;

/** scrypt's parameters: N = 2^log2N. */
export interface Work {
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

/** What opens the values: how the key is made from the passphrase, and the master key as that seals it. */
export interface Head {
  readonly work: Work;
  /** Tells this file from every other one. */
  readonly id: Buffer;
  readonly salt: Buffer;
  readonly wrapped: Buffer;
}

/** One copy of the head, with the sealed index next to it. */
export interface Block {
  readonly head: Head;
  readonly index: Buffer;
  /** Where the records begin, or end, in bytes from the file's start: each copy finds them without the other one. */
  readonly records: { readonly from: number } | { readonly until: number };
}

export type SealedRecords = ReadonlyMap<string, Buffer>;

/** The plain text of an index. */
export interface IndexedRecords {
  /** How many writes of the file came before: of two that open with the same key, the higher one was written later. */
  readonly generation: number;
  /** By account. */
  readonly records: SealedRecords;
}

/** Whether an entry of the index can say this name, and no other name is written as the same bytes. */
export function canBeIndexed(account: string): boolean {
  return account.isWellFormed() && Buffer.byteLength(account, 'utf8') <= longestName;
}

/** What an index is bound to: all of its head but the index's own length. */
export function indexContext(head: Head): Buffer {
  return Buffer.concat([wrapContext(head), head.wrapped]);
}

/** What the wrapping of the master key is bound to: all of the head before it. */
export function wrapContext({ work, id, salt }: Omit<Head, 'wrapped'>): Buffer {
  const { log2N, r, p } = work;
  return Buffer.concat([magic, Buffer.from([formatVersion, log2N, r, p]), id, salt]);
}

function encodeHead(head: Head, indexBytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(indexBytes);
  const body = Buffer.concat([wrapContext(head), head.wrapped, length]);
  return Buffer.concat([body, createHash('sha256').update(body).digest()]);
}

/** The generation, then each record's account, length and tag, in their order. */
export function encodeIndex({ generation, records }: IndexedRecords): Buffer {
  const first = Buffer.alloc(generationBytes);
  first.writeBigUInt64BE(BigInt(generation));
  const parts: Buffer[] = [first];
  for (const [account, sealed] of records) {
    const name = Buffer.from(account, 'utf8');
    const entry = Buffer.alloc(leastEntry);
    entry.writeUInt16BE(name.length, entryAtBytes.name);
    entry.writeUInt32BE(sealed.length, entryAtBytes.record);
    sealed.subarray(-tagBytes).copy(entry, entryAtBytes.tag);
    parts.push(entry, name);
  }
  return Buffer.concat(parts);
}

export function encodeFile(head: Head, index: Buffer, records: SealedRecords): Buffer {
  const ownHead = encodeHead(head, index.length);
  return Buffer.concat([ownHead, index, ...records.values(), index, ownHead]);
}

/** A file that is none, is damaged in both of its heads, or has a format that this Clavis doesn't know. */
export class UnreadableFile extends Error {
  readonly why: 'damaged' | 'newer';

  constructor(why: 'damaged' | 'newer') {
    super(why);
    this.why = why;
  }
}

/** The file's copies of head and index that are whole, the first one first. @throws UnreadableFile where none is */
export function readBlocks(file: Buffer): readonly Block[] {
  const first = readHead(file, 0);
  const last = readHead(file, file.length - headBytes);
  const blocks: Block[] = [];
  if (first !== null) {
    const recordsAt = headBytes + first.indexBytes;
    if (recordsAt <= file.length)
      blocks.push({ head: first.head, index: file.subarray(headBytes, recordsAt), records: { from: recordsAt } });
  }
  if (last !== null) {
    const indexAt = file.length - headBytes - last.indexBytes;
    if (indexAt >= 0)
      blocks.push({
        head: last.head,
        index: file.subarray(indexAt, indexAt + last.indexBytes),
        records: { until: indexAt },
      });
  }
  if (blocks.length > 0) return blocks;
  throw new UnreadableFile(isNewer(file) ? 'newer' : 'damaged');
}

function isNewer(file: Buffer): boolean {
  return file.subarray(0, magic.length).equals(magic) && (file[at.version] ?? 0) > formatVersion;
}

function readHead(file: Buffer, from: number): { head: Head; indexBytes: number } | null {
  if (from < 0 || file.length < from + headBytes) return null;
  const bytes = file.subarray(from, from + headBytes);
  const checksum = createHash('sha256').update(bytes.subarray(0, at.checksum)).digest();
  if (!checksum.equals(bytes.subarray(at.checksum)) || !bytes.subarray(0, magic.length).equals(magic)) return null;
  const [version = 0, log2N = 0, r = 0, p = 0] = bytes.subarray(at.version, at.id);
  if (version !== formatVersion || log2N < 1 || log2N > mostWork || r !== 8 || p !== 1) return null;
  return {
    head: {
      work: { log2N, r, p },
      id: bytes.subarray(at.id, at.salt),
      salt: bytes.subarray(at.salt, at.wrapped),
      wrapped: bytes.subarray(at.wrapped, at.wrapped + sealedLength(keyBytes)),
    },
    indexBytes: bytes.readUInt32BE(at.indexBytes),
  };
}

/**
 * What the index names, and each one's sealed record; one that the file is too short for is empty, and opens with no key. The
 * tag in the index is the one that counts: an earlier record of the same account doesn't open with it. `isWhole`: each record
 * has the index's. Null: no such index.
 */
export function readRecords(
  file: Buffer,
  block: Block,
  index: Buffer,
): (IndexedRecords & { readonly isWhole: boolean }) | null {
  const entries = readEntries(index);
  if (entries === null) return null;
  const total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  let at = 'from' in block.records ? block.records.from : block.records.until - total;
  const records = new Map<string, Buffer>();
  let isWhole = true;
  for (const { account, bytes, tag } of entries) {
    // What would begin before the file was cut off with its beginning.
    const found = at < 0 ? Buffer.alloc(0) : file.subarray(at, at + bytes);
    const sealed = withTag(found, tag);
    if (sealed !== found || found.length < bytes) isWhole = false;
    records.set(account, sealed);
    at += bytes;
  }
  return { generation: Number(index.readBigUInt64BE()), records, isWhole };
}

interface Entry {
  readonly account: string;
  /** Of its record. */
  readonly bytes: number;
  readonly tag: Buffer;
}

function readEntries(index: Buffer): Entry[] | null {
  if (index.length < generationBytes) return null;
  const entries: Entry[] = [];
  let at = generationBytes;
  while (at < index.length) {
    if (at + leastEntry > index.length) return null;
    const entry = index.subarray(at, at + leastEntry);
    const nameAt = at + leastEntry;
    at = nameAt + entry.readUInt16BE(entryAtBytes.name);
    if (at > index.length) return null;
    const account = index.toString('utf8', nameAt, at);
    entries.push({
      account,
      bytes: entry.readUInt32BE(entryAtBytes.record),
      tag: entry.subarray(entryAtBytes.tag),
    });
  }
  return entries;
}

function withTag(sealed: Buffer, tag: Buffer): Buffer {
  const at = sealed.length - tagBytes;
  return at < 0 || sealed.subarray(at).equals(tag) ? sealed : Buffer.concat([sealed.subarray(0, at), tag]);
}
