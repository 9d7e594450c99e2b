import type { NameReason, UnfitReason, ValuePart } from '../envfile/reasons.ts';
import type { Reason } from './reasons.ts';
import type { OtherSystemName } from './version-control.ts';

/** What a fact of an error, or of a reason, can be. */
export type FactKind = keyof Kinds | 'optional text' | 'optional reason';

interface Kinds {
  readonly text: string;
  readonly number: number;
  readonly reason: Reason;
  readonly 'other system': OtherSystemName;
  readonly 'name reason': NameReason;
  readonly 'unfit reason': UnfitReason;
  readonly 'value part': ValuePart;
}

type Given<K> = K extends keyof Kinds
  ? Kinds[K]
  : K extends `optional ${infer O extends keyof Kinds}`
    ? Kinds[O]
    : never;
type Optional = `optional ${string}`;

type RequiredFacts<Kinds> = {
  readonly [F in keyof Kinds as Kinds[F] extends Optional ? never : F]: Given<Kinds[F]>;
};
type OptionalFacts<Kinds> = { readonly [F in keyof Kinds as Kinds[F] extends Optional ? F : never]?: Given<Kinds[F]> };

/** The facts that a table says by their kinds. */
export type FactsOfKinds<Kinds> = RequiredFacts<Kinds> & OptionalFacts<Kinds>;

/** Any facts: names, counts, limits, reasons. */
export type Facts = Record<string, string | number | Reason>;

/** Any facts whose reasons were put into words. */
export type FactsInWords = Record<string, string | number>;

/** The same facts, their reasons in words. */
export type InWords<F> = { readonly [N in keyof F]: F[N] extends string | number | undefined ? F[N] : string };
