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
const entryAtBytes = { name: 0, record: 2, tag: 6 } as const;
const leastEntry = entryAtBytes.tag + tagBytes;

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
  /** Where the records begin, in bytes from the file's start. */
  readonly recordsAt: number;
}

export type SealedRecords = ReadonlyMap<string, Buffer>;

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

/** Each record's account, length and tag, in their order: the plain text of the index. */
export function encodeIndex(records: SealedRecords): Buffer {
  const parts: Buffer[] = [];
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
      blocks.push({ head: first.head, index: file.subarray(headBytes, recordsAt), recordsAt });
  }
  if (last !== null) {
    const indexAt = file.length - headBytes - last.indexBytes;
    const recordsAt = headBytes + last.indexBytes;
    if (indexAt >= recordsAt)
      blocks.push({ head: last.head, index: file.subarray(indexAt, indexAt + last.indexBytes), recordsAt });
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
 * The sealed records by account; one that the file is too short for is empty, and opens with no key. The tag in the index is
 * the one that counts: an earlier record of the same account doesn't open with it. `isWhole`: each record has the index's.
 * Null: no such index.
 */
export function readRecords(
  file: Buffer,
  { recordsAt }: Block,
  index: Buffer,
): { readonly records: SealedRecords; readonly isWhole: boolean } | null {
  const records = new Map<string, Buffer>();
  let isWhole = true;
  let entryAt = 0;
  let recordAt = recordsAt;
  while (entryAt < index.length) {
    if (entryAt + leastEntry > index.length) return null;
    const entry = index.subarray(entryAt, entryAt + leastEntry);
    const nameAt = entryAt + leastEntry;
    entryAt = nameAt + entry.readUInt16BE(entryAtBytes.name);
    if (entryAt > index.length) return null;
    const end = recordAt + entry.readUInt32BE(entryAtBytes.record);
    const found = file.subarray(recordAt, end);
    const sealed = withTag(found, entry.subarray(entryAtBytes.tag));
    if (sealed !== found) isWhole = false;
    records.set(index.toString('utf8', nameAt, entryAt), sealed);
    recordAt = end;
  }
  return { records, isWhole };
}

function withTag(sealed: Buffer, tag: Buffer): Buffer {
  const at = sealed.length - tagBytes;
  return at < 0 || sealed.subarray(at).equals(tag) ? sealed : Buffer.concat([sealed.subarray(0, at), tag]);
}
