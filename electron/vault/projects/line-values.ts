import { vaultError } from '../errors.ts';
import { accountOf, type readVersion } from '../keys/value-store.ts';
import type { EnvDocuments } from '../ports.ts';
import type { VersionRecord } from '../records.ts';
import type { Secret } from '../secret.ts';
import { type Change, identityOf, isWritten, type Plan } from './preview.ts';

/** A version's value, and the version as it is kept from now on. @throws VALUE_MISSING, KEYCHAIN_* */
export type ReadValue = (version: VersionRecord) => ReturnType<typeof readVersion>;

/** A plan with each version as it was read just now, and with what its values need the person for. */
export interface FilledPlan {
  readonly plan: Plan;
  /** What the lines get; null for one that goes. */
  readonly edits: readonly { readonly name: string; readonly value: Secret | null }[];
}

/** Reads the values that the plan writes. JSON has one reading: no value of it is asked for. @throws as `ReadValue` does */
export async function fillPlan(
  plan: Plan,
  read: ReadValue,
  { isInert }: Pick<EnvDocuments, 'isInert'>,
): Promise<FilledPlan> {
  const { target, snapshot } = plan;
  const filled = await Promise.all(
    plan.changes.map(async (change): Promise<{ change: Change; value: Secret | null }> => {
      if (!isWritten(change) || change.version === null) return { change, value: null };
      const { value, version } = await read(change.version);
      const couldRun = target.dialect !== 'json' && !isInert(value);
      const review = change.review ?? (couldRun ? 'value' : null);
      return { change: { ...change, version, couldRun, review }, value };
    }),
  );
  const changes = filled.map(({ change }) => change);
  const edits = filled.flatMap(({ change: { envVar, kind }, value }) =>
    kind === 'kept' ? [] : [{ name: envVar, value }],
  );
  return { plan: { ...plan, changes, identity: identityOf(snapshot, changes) }, edits };
}

/** Lines whose values the person agreed to: each for one variable of one file, and for that very value. */
export type AgreedValues = ReadonlySet<string>;

export const nothingAgreed: AgreedValues = new Set();

function lineOf({ target }: Plan, { envVar, version }: Change): string {
  return JSON.stringify([target.id, envVar, version && accountOf(version), version?.fingerprint]);
}

/** What a yes to these plans is a yes to. */
export function agreedValues(plans: readonly Plan[]): AgreedValues {
  return new Set(plans.flatMap((plan) => plan.changes.map((change) => lineOf(plan, change))));
}

/** @throws EXPORT_NEEDS_REVIEW where a value could run in part, and the person was not asked about it */
export function refuseUnagreed(plan: Plan, agreed: AgreedValues): void {
  const isOpen = plan.changes.some((change) => change.couldRun && !agreed.has(lineOf(plan, change)));
  if (isOpen) throw vaultError('EXPORT_NEEDS_REVIEW', { file: plan.target.file });
}
