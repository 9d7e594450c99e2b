import {
  alignmentOf,
  type BasicCode,
  BusFormatError,
  type BusType,
  basicSizes,
  isByte,
  isObjectPath,
  parseSignature,
} from './signature.ts';

/** D-Bus specification, “Marshalling”: no array is longer, in bytes. */
const longestArray = 1 << 26;
/** Of containers within containers, variants among them. */
const deepest = 64;
/**
 * Of values in one message, those within others included: 16 MiB of the smallest ones take seconds, and ten times the memory. The
 * longest answer that is wanted names 20,000 items.
 */
const mostValues = 25_000;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Where in some bytes to read; alignment counts from their beginning. */
interface Place {
  readonly bytes: Buffer;
  readonly view: DataView;
  readonly little: boolean;
  at: number;
  /** How many values were read. */
  count: number;
}

/** A variant as it came. */
export interface ReadVariant {
  readonly signature: string;
  readonly value: unknown;
}

/**
 * The values of these types that `bytes` begins with, and where they end. An array of bytes is a view into `bytes`, a
 * dictionary an array of pairs, a 64-bit integer a bigint, a variant a `ReadVariant`.
 *
 * Nothing is believed: no length reaches beyond the bytes that are there, and there is an end to how many values they are, so
 * that reading takes some milliseconds at most. Throws `BusFormatError`.
 */
export function readValues(
  bytes: Buffer,
  types: readonly BusType[],
  little: boolean,
): { readonly values: readonly unknown[]; readonly end: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const place: Place = { bytes, view, little, at: 0, count: 0 };
  const values = types.map((type) => readValue(place, type, 0));
  return { values, end: place.at };
}

function readValue(place: Place, type: BusType, depth: number): unknown {
  if (depth > deepest) throw new BusFormatError('values lie too deep');
  place.count += 1;
  if (place.count > mostValues) throw new BusFormatError('there are too many values');
  if (type.kind === 'basic') return readBasic(place, type.code);
  if (type.kind === 'variant') return readVariant(place, depth);
  if (type.kind === 'array') return readArray(place, type.of, depth);
  align(place, 8);
  return type.of.map((part) => readValue(place, part, depth + 1));
}

function readVariant(place: Place, depth: number): ReadVariant {
  const signature = readText(place, place.view.getUint8(pass(place, 'g')));
  const [type, ...more] = parseSignature(signature);
  if (type === undefined || more.length > 0) throw new BusFormatError('a variant holds one value');
  return { signature, value: readValue(place, type, depth + 1) };
}

function readArray(place: Place, of: BusType, depth: number): unknown {
  const length = place.view.getUint32(pass(place, 'u'), place.little);
  if (length > longestArray) throw new BusFormatError('an array is too long');
  align(place, alignmentOf(of));
  const start = place.at;
  const end = start + length;
  if (end > place.bytes.length) throw new BusFormatError('an array is cut off');
  if (isByte(of)) {
    place.at = end;
    return place.bytes.subarray(start, end);
  }
  const values: unknown[] = [];
  // Each value takes a byte at least.
  while (place.at < end) values.push(readValue(place, of, depth + 1));
  if (place.at !== end) throw new BusFormatError('an array ends within a value');
  return values;
}

function readBasic(place: Place, code: BasicCode): unknown {
  const { view, little } = place;
  const at = pass(place, code);
  switch (code) {
    case 'y':
      return view.getUint8(at);
    case 'n':
      return view.getInt16(at, little);
    case 'q':
      return view.getUint16(at, little);
    case 'i':
      return view.getInt32(at, little);
    case 'u':
      return view.getUint32(at, little);
    case 'x':
      return view.getBigInt64(at, little);
    case 't':
      return view.getBigUint64(at, little);
    case 'd':
      return view.getFloat64(at, little);
    case 'b':
      return view.getUint32(at, little) !== 0;
    case 'g':
      return readText(place, view.getUint8(at));
    case 's':
      return readText(place, view.getUint32(at, little));
    case 'o':
      return toObjectPath(readText(place, view.getUint32(at, little)));
  }
}

/** What follows a text's length: its bytes, and a zero. */
function readText(place: Place, length: number): string {
  const start = place.at;
  const end = start + length;
  if (end >= place.bytes.length || place.bytes[end] !== 0) throw new BusFormatError('a text is cut off');
  place.at = end + 1;
  try {
    return utf8.decode(place.bytes.subarray(start, end));
  } catch {
    throw new BusFormatError('a text is no UTF-8');
  }
}

function toObjectPath(text: string): string {
  if (!isObjectPath(text)) throw new BusFormatError('an object’s path is none');
  return text;
}

/** Where a value of fixed size begins; reading goes on behind it. */
function pass(place: Place, code: BasicCode): number {
  const size = basicSizes[code];
  align(place, size);
  const at = place.at;
  if (at + size > place.bytes.length) throw new BusFormatError('a value is cut off');
  place.at = at + size;
  return at;
}

function align(place: Place, multiple: number): void {
  place.at = Math.ceil(place.at / multiple) * multiple;
}
