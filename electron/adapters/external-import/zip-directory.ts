/** Signatures and sizes of APPNOTE.TXT, PKWARE's description of the format: 4.3.12, 4.3.14 to 4.3.16. */
const endSignature = 0x06054b50;
const endSize = 22;
const longestComment = 0xffff;
const locatorSignature = 0x07064b50;
const locatorSize = 20;
const entrySignature = 0x02014b50;
const entrySize = 46;
/** What stands for a number that the 64-bit records have. */
const elsewhere = 0xffffffff;
const isUtf8 = 0x800;

/** What a zip's directory says of a file in it. */
export interface ListedFile {
  readonly checksum: number;
  /** In bytes, unpacked. */
  readonly size: number;
}

/** The files in the zip as its directory has them, by their names. Null where the zip has no whole directory. */
export function directoryOf(zip: Uint8Array): ReadonlyMap<string, ListedFile> | null {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.length);
  try {
    const start = startOf(bytes);
    return start === null ? null : readDirectory(bytes, start);
  } catch {
    // A place that it names lies behind its end.
    return null;
  }
}

function readDirectory(bytes: Buffer, start: number): Map<string, ListedFile> {
  const found = new Map<string, ListedFile>();
  for (let at = start; bytes.readUInt32LE(at) === entrySignature; ) {
    const nameEnd: number = at + entrySize + bytes.readUInt16LE(at + 28);
    const encoding = bytes.readUInt16LE(at + 8) & isUtf8 ? 'utf8' : 'latin1';
    const name = bytes.toString(encoding, at + entrySize, nameEnd);
    found.set(name, { checksum: bytes.readUInt32LE(at + 16), size: bytes.readUInt32LE(at + 24) });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return found;
}

/** Where the directory begins. */
function startOf(bytes: Buffer): number | null {
  for (let at = bytes.length - endSize; at >= Math.max(0, bytes.length - endSize - longestComment); at -= 1) {
    if (bytes.readUInt32LE(at) !== endSignature) continue;
    const start = bytes.readUInt32LE(at + 16);
    if (start !== elsewhere) return start;
    const locator = at - locatorSize;
    if (bytes.readUInt32LE(locator) !== locatorSignature) return null;
    return Number(bytes.readBigUInt64LE(Number(bytes.readBigUInt64LE(locator + 8)) + 48));
  }
  return null;
}
