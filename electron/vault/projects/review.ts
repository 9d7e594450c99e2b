import type { EnvDocuments, NameVerdict, WriteFile, WriteLine, WriteQuestion } from '../ports.ts';
import type { BindingRecord } from '../records.ts';
import type { VaultPorts } from '../vault-ports.ts';
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

type Shown = Pick<VaultPorts, 'store' | 'envDocuments' | 'renamings'>;

/** The one question about all lines of these plans that need the person; null where none does. */
export function writeQuestion(ports: Shown, plans: readonly Plan[]): WriteQuestion | null {
  const files = plans.filter(needsReview).map((plan) => fileOf(ports, plan));
  return files.length === 0 ? null : { files };
}

export function needsReview({ changes }: Plan): boolean {
  return changes.some(({ review }) => review !== null);
}

/** All that would be written there, not the doubtful lines alone: what is agreed to is the file. */
function fileOf({ store, envDocuments, renamings }: Shown, { project, target, changes }: Plan): WriteFile {
  const lines = changes.flatMap(({ envVar, kind, version, review, couldRun }): WriteLine[] => {
    if (kind === 'kept') return [];
    const key = version === null ? null : (store.keys.find(version.keyId)?.key ?? null);
    const keyBefore = key && renamings.before(key.id, key.name);
    const verdict = envDocuments.judgeName(envVar);
    const isOfName = review !== null && review !== 'value' && kind !== 'removed';
    const note = isOfName && verdict.kind === 'asked' ? verdict.why : null;
    const foreign = review === 'foreign';
    const value = { last4: version?.last4 ?? null, currentSince: version?.currentSince ?? null };
    return [{ envVar, change: kind, key: key?.name ?? null, keyBefore, ...value, foreign, note, couldRun }];
  });
  return { project: project.name, file: target.file, root: project.root, lines };
}
