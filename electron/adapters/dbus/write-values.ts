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

/** A variant to be sent. */
export interface VariantToWrite {
  readonly signature: string;
  readonly value: unknown;
}

/**
 * Grows while values are written to it, little-endian; alignment counts from its beginning. Bytes that it leaves behind
 * as it grows are wiped: they may hold a value.
 */
export class BusWriter {
  #bytes = Buffer.alloc(512);
  #length = 0;

  /** Throws `BusFormatError` where a value is not of its type. */
  write(types: readonly BusType[], values: readonly unknown[]): void {
    if (types.length !== values.length) throw new BusFormatError('there are not as many values as types');
    for (const [index, type] of types.entries()) this.#value(type, values[index]);
  }

  /** What was written; nothing more may be. */
  finish(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Zeros up to a multiple of so many bytes. */
  align(multiple: number): void {
    this.#room(Math.ceil(this.#length / multiple) * multiple - this.#length);
  }

  /** The place of the next so many bytes, which are zeros. */
  #room(count: number): number {
    const at = this.#length;
    this.#length += count;
    if (this.#length <= this.#bytes.length) return at;
    const larger = Buffer.alloc(2 * this.#length);
    this.#bytes.copy(larger);
    this.#bytes.fill(0);
    this.#bytes = larger;
    return at;
  }

  #value(type: BusType, value: unknown): void {
    if (type.kind === 'basic') this.#basic(type.code, value);
    else if (type.kind === 'variant') this.#variant(value);
    else if (type.kind === 'array') this.#array(type.of, value);
    else {
      this.align(8);
      this.write(type.of, list(value));
    }
  }

  #variant(value: unknown): void {
    if (!isVariant(value)) throw notOfType('a variant');
    this.#basic('g', value.signature);
    const [type, ...more] = parseSignature(value.signature);
    if (type === undefined || more.length > 0) throw notOfType('a variant of one value');
    this.#value(type, value.value);
  }

  #array(of: BusType, value: unknown): void {
    this.align(4);
    const at = this.#room(4);
    this.align(alignmentOf(of));
    const start = this.#length;
    if (isByte(of)) this.#raw(value);
    else for (const one of list(value)) this.#value(of, one);
    this.#bytes.writeUInt32LE(this.#length - start, at);
  }

  #raw(value: unknown): void {
    if (!(value instanceof Uint8Array)) throw notOfType('bytes');
    const at = this.#room(value.length);
    this.#bytes.set(value, at);
  }

  #basic(code: BasicCode, value: unknown): void {
    if (code === 's' || code === 'o' || code === 'g') this.#text(code, value);
    else this.#number(code, value);
  }

  #number(code: BasicCode, value: unknown): void {
    this.align(basicSizes[code]);
    const at = this.#room(basicSizes[code]);
    if (code === 'b' && typeof value === 'boolean') this.#bytes.writeUInt32LE(Number(value), at);
    else if (code === 'y' && typeof value === 'number') this.#bytes.writeUInt8(value, at);
    else if (code === 'u' && typeof value === 'number') this.#bytes.writeUInt32LE(value, at);
    // No call of Clavis has another one.
    else throw notOfType(code);
  }

  #text(code: 's' | 'o' | 'g', value: unknown): void {
    if (typeof value !== 'string' || !value.isWellFormed() || value.includes('\0')) throw notOfType('text');
    if (code === 'o' && !isObjectPath(value)) throw notOfType('an object’s path');
    const bytes = Buffer.from(value);
    this.align(basicSizes[code]);
    const at = this.#room(basicSizes[code] + bytes.length + 1);
    if (code === 'g') this.#bytes.writeUInt8(bytes.length, at);
    else this.#bytes.writeUInt32LE(bytes.length, at);
    this.#bytes.set(bytes, at + basicSizes[code]);
  }
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw notOfType('a list');
  return value;
}

function isVariant(value: unknown): value is VariantToWrite {
  return (
    typeof value === 'object' &&
    value !== null &&
    'signature' in value &&
    typeof value.signature === 'string' &&
    'value' in value
  );
}

/** Says nothing of the value itself. */
function notOfType(wanted: string): BusFormatError {
  return new BusFormatError(`a value to be sent is not of its type: ${wanted}`);
}
