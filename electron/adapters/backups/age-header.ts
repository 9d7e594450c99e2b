import type { Reason } from '../../vault/reasons.ts';

/** How every file begins that age encrypted with a passphrase, in the one version of its format there is. */
const opening = 'age-encryption.org/v1\n-> scrypt ';
/** As a power of two. At 20 scrypt takes 1 GiB and some seconds; what a file asks for beyond that is not granted. */
const mostWork = 20;
/** In bytes: the header of a file for hundreds of people. */
const longestHeader = 64 * 1024;
/** A place in a header where version 1 has its number. */
const versionAt = opening.indexOf('1');

export type Header =
  | { readonly kind: 'fit' }
  | { readonly kind: 'damaged' | 'foreign'; readonly reason: Reason }
  /** `version`: "v2". `asFirst`: the file if it were of version 1 after all, its number damaged; null where it can't be. */
  | { readonly kind: 'newer'; readonly version: string; readonly asFirst: Uint8Array | null };

/** What the first lines say, before any work is done. */
export function readHeader(sealed: Uint8Array): Header {
  const start = Array.from(sealed.subarray(0, longestHeader), (byte) => String.fromCharCode(byte)).join('');
  const read = start.slice(0, opening.length);
  const wrong = [...read].filter((character, index) => character !== opening[index]).length;
  // A bit or two that turned are damage; another beginning is another kind of file.
  const isNear = wrong * 8 <= read.length;
  const version = /^age-encryption\.org\/(v[1-9]\d{0,3})\n/.exec(start)?.[1] ?? 'v1';
  if (version !== 'v1') return { kind: 'newer', version, asFirst: isNear ? withFirstVersion(sealed) : null };
  if (!isNear && !start.startsWith('age-encryption.org/')) return { kind: 'foreign', reason: { code: 'NO_AGE_FILE' } };
  const [recipient = '', ...others] = recipientsIn(start);
  if (!isNear) return { kind: 'foreign', reason: { code: 'FOR_AGE_KEYS', kinds: kindsOf([recipient, ...others]) } };
  const header = new RegExp(`^${opening}[A-Za-z0-9+/]{22} ([1-9][0-9]*)\n`).exec(start);
  if (header === null) return { kind: 'damaged', reason: { code: 'AGE_HEADER_DAMAGED' } };
  if (others.length > 0) return { kind: 'foreign', reason: { code: 'FOR_AGE_KEYS_TOO', kinds: kindsOf(others) } };
  const work = Number(header[1]);
  return work > mostWork
    ? { kind: 'damaged', reason: { code: 'WORK_TOO_MUCH', work, most: mostWork } }
    : { kind: 'fit' };
}

function withFirstVersion(sealed: Uint8Array): Uint8Array {
  const first = new Uint8Array(sealed);
  first[versionAt] = '1'.charCodeAt(0);
  return first;
}

/** The kinds of recipients: "X25519", "ssh-ed25519", "piv-p256". One whose name holds more than such words is `?`. */
function recipientsIn(start: string): string[] {
  const [header = ''] = start.split('\n---');
  return [...header.matchAll(/^-> (\S+)/gm)]
    .map(([, kind = '']) => kind)
    .filter((kind) => !kind.endsWith('-grease'))
    .map((kind) => (/^[\w./-]{1,40}$/.test(kind) ? kind : '?'));
}

function kindsOf(recipients: readonly string[]): string {
  return [...new Set(recipients)].slice(0, 3).join(' ');
}
