import type { Around, Detected } from '../detection-port.ts';
import { formatOdd } from '../keys/value-inside.ts';
import type { Ports } from '../ports.ts';
import { Secret } from '../secret.ts';
import { fitValue } from '../value.ts';

/** What a found value is; `marred`: a provider's key with a character in it that can't be there. */
export type FoundKind = Detected['kind'] | 'marred';

/** A found value, as a key would hold it. */
export interface JudgedValue {
  readonly value: Secret;
  readonly kind: FoundKind;
  readonly detected: Detected;
  /** The odd characters in it, in words; '' for none. */
  readonly odd: string;
}

/** Whether a key may be made of it: of what is only said to be elsewhere none is made. */
export function mayKeep(kind: FoundKind): boolean {
  return kind === 'secret' || kind === 'ordinary' || kind === 'public';
}

/** What is no part of a value where it stands around one: white space, line ends, and what can't be seen. */
const nothingSeen = /^[\s\p{Z}\p{Cf}\p{Cc}]*$/u;

/** The value without what can't be seen around it. `inside`: what the detector takes for the value. */
function withoutSurroundings(found: string, inside: string): string {
  const at = found.indexOf(inside);
  if (at < 0 || inside === '') return found;
  const around = found.slice(0, at) + found.slice(at + inside.length);
  return nothingSeen.test(around) ? inside : found;
}

/**
 * The value, judged; null where no key could hold it. `whole`: what reads it where it was found takes all of it, so that no
 * more is taken off it than what can't be seen; else the value inside it counts.
 */
export function judgeValue(
  { detection, valueLimit }: Pick<Ports, 'detection' | 'valueLimit'>,
  found: Secret | null,
  around: Around,
  whole: boolean,
): JudgedValue | null {
  if (found === null || found.reveal().length > valueLimit) return null;
  const detected = detection.detect(found, { ...around, from: 'file' });
  const inside = detected.value.reveal();
  const value = fitValue(new Secret(whole ? withoutSurroundings(found.reveal(), inside) : inside), valueLimit);
  if (value === null) return null;
  const kind = detected.isRefused ? 'marred' : detected.kind;
  return { value, kind, detected, odd: formatOdd(detected.odd) };
}
