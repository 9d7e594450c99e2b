/** A complete type of the D-Bus specification, “Type System”. `entry` is one of a dictionary: in arrays alone. */
export type BusType =
  | { readonly kind: 'basic'; readonly code: BasicCode }
  | { readonly kind: 'variant' }
  | { readonly kind: 'array'; readonly of: BusType }
  | { readonly kind: 'struct' | 'entry'; readonly of: readonly BusType[] };

/** Alignment and, where it is fixed, size in bytes of each basic type. A file descriptor (`h`) is never sent to us. */
export const basicSizes = { y: 1, b: 4, n: 2, q: 2, i: 4, u: 4, x: 8, t: 8, d: 8, s: 4, o: 4, g: 1 } as const;

export type BasicCode = keyof typeof basicSizes;

const longestSignature = 255;
/** Of arrays within arrays, and of structs within structs. */
const deepest = 32;

/** What another program sent, or what was to be sent, is no D-Bus. */
export class BusFormatError extends Error {}

const isBasic = (code: string): code is BasicCode => Object.hasOwn(basicSizes, code);

/** The types in a signature, one after the other. Throws `BusFormatError`. */
export function parseSignature(signature: string): readonly BusType[] {
  if (signature.length > longestSignature) throw new BusFormatError('a signature is too long');
  let at = 0;

  const many = (end: string, arrays: number, structs: number): BusType[] => {
    const types: BusType[] = [];
    while (at < signature.length && signature[at] !== end) types.push(one(arrays, structs));
    if (signature[at] !== end || types.length === 0) throw new BusFormatError('a signature is cut off');
    at += 1;
    return types;
  };

  const one = (arrays: number, structs: number): BusType => {
    const code = signature[at] ?? '';
    at += 1;
    if (arrays > deepest || structs > deepest) throw new BusFormatError('a signature is too deep');
    if (isBasic(code)) return { kind: 'basic', code };
    if (code === 'v') return { kind: 'variant' };
    if (code === '(') return { kind: 'struct', of: many(')', arrays, structs + 1) };
    if (code !== 'a') throw new BusFormatError('a signature has a type that is not known');
    if (signature[at] !== '{') return { kind: 'array', of: one(arrays + 1, structs) };
    at += 1;
    const of = many('}', arrays + 1, structs + 1);
    if (of.length !== 2 || of[0]?.kind !== 'basic')
      throw new BusFormatError('a dictionary’s entry is a key and a value');
    return { kind: 'array', of: { kind: 'entry', of } };
  };

  const types: BusType[] = [];
  while (at < signature.length) types.push(one(0, 0));
  return types;
}

/** At what multiple of bytes a value of this type begins. */
export function alignmentOf(type: BusType): number {
  if (type.kind === 'basic') return basicSizes[type.code];
  if (type.kind === 'array') return 4;
  return type.kind === 'variant' ? 1 : 8;
}

/** Elements that are bytes: such an array is a `Buffer`. */
export const isByte = (type: BusType): boolean => type.kind === 'basic' && type.code === 'y';

/** In characters. The specification sets no limit; no program's path is a tenth as long. */
const longestPath = 4_096;

/** D-Bus specification, “Valid Object Paths”. */
export const isObjectPath = (text: string): boolean =>
  text === '/' || (text.length <= longestPath && /^(?:\/[A-Za-z0-9_]+)+$/.test(text));
