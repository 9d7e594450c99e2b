import type { EnvDocuments, NameVerdict } from '../ports.ts';
import type { BindingRecord } from '../records.ts';
import type { Change, Plan } from './preview.ts';

/**
 * Why a line is not written before the person has agreed to it in main's own question. `foreign`: the line there now was not
 * written by Clavis. The others are of its name: `ordinary` doesn't say that it is a secret, `steering` tells programs
 * where to go or what to run, `public` is published by a build. `value` is for a line that none of these is said of: some
 * programs that read such a file could run parts of its value.
 */
export type ReviewReason = 'foreign' | Extract<NameVerdict, { kind: 'asked' }>['why'] | 'value';

/** `adoptedFor` of a line that was imported, and over which nobody agreed yet that Clavis writes. */
export const notAgreedYet = '';

/** What is known of the line besides the binding. */
export interface LineFacts {
  readonly kind: Change['kind'];
  /** The line there now holds what Clavis wrote, or what was imported from it. */
  readonly ours: boolean;
  /** Several lines define the variable; all of them go with it. */
  readonly isRepeated: boolean;
}

/**
 * Why this change needs the person, or null. A page decides alone over lines that Clavis wrote, and may add one whose name
 * says that it is a secret; what the person wrote, and what other programs act on, is for the person (invariant 2).
 */
export function reviewReason(
  { envVar, keyId, adoptedFor }: BindingRecord,
  { kind, ours, isRepeated }: LineFacts,
  judgeName: EnvDocuments['judgeName'],
): ReviewReason | null {
  if (kind === 'kept') return null;
  const verdict = judgeName(envVar);
  const byName = verdict.kind === 'asked' ? verdict.why : null;
  if (kind === 'removed') return adoptedFor !== null || isRepeated ? 'foreign' : null;
  if (kind === 'added') return byName;
  if (!ours || (adoptedFor !== null && adoptedFor !== keyId)) return 'foreign';
  // The person agreed that this key's values come into their line: a rotation may write it, unless programs act on it.
  return adoptedFor === null ? null : byName;
}

/** Whether the person has to see it first. No line goes before they ticked it, whoever unbound it. */
export function needsLook({ kind, review, misreadBy }: Pick<Change, 'kind' | 'review' | 'misreadBy'>): boolean {
  return review !== null || kind === 'removed' || misreadBy.length > 0;
}

export function needsReview({ changes }: Pick<Plan, 'changes'>): boolean {
  return changes.some(needsLook);
}
