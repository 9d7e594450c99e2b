import { isVaultError, type VaultError, vaultError } from '../errors.ts';
import type { EnvDocuments } from '../ports.ts';
import type { Secret } from '../secret.ts';
import type { Edit } from './edit-file.ts';
import { type Change, identityOf, isWritten, type Plan } from './preview.ts';
import type { Values } from './values.ts';

/** Lines that can't be written, by their variables, each with its reason. */
export type LeftLines = ReadonlyMap<string, unknown>;

/** A plan with each version as it was read just now, and with what its values need the person for. */
export interface FilledPlan {
  readonly plan: Plan;
  readonly edits: readonly Edit[];
  /** Lines of the plan that are in it no more. */
  readonly left: LeftLines;
}

/** Whether only this one value can't be read: a keychain in trouble has none of the others either. */
function isOfOneValue(error: unknown): boolean {
  return (
    isVaultError(error, 'VALUE_MISSING') ||
    isVaultError(error, 'KEYCHAIN_FAILED') ||
    isVaultError(error, 'VALUE_DAMAGED')
  );
}

/** Of a value that costs a reader all others. */
function failsAtFile(envVar: string, file: string, reader: string): VaultError {
  return vaultError('VALUE_UNWRITABLE', { envVar, file, reason: { code: 'READER_FAILS', reader } });
}

/**
 * Reads the values that the plan writes; a line whose value is not there, or would keep a reader from the whole file, is left
 * out. JSON has one reading: no value of it is
 * asked for. @throws KEYCHAIN_*
 */
export async function fillPlan(
  plan: Plan,
  values: Values,
  { isInert, misreaders }: Pick<EnvDocuments, 'isInert' | 'misreaders'>,
): Promise<FilledPlan> {
  const { target, snapshot, readers } = plan;
  const left = new Map<string, unknown>();

  async function fill(change: Change): Promise<{ change: Change; value: Secret | null }[]> {
    if (!isWritten(change) || change.version === null) return [{ change, value: null }];
    try {
      const { value, version } = await values.of(change.version);
      const couldRun = target.dialect !== 'json' && !isInert(value);
      const review = change.review ?? (couldRun ? 'value' : null);
      const misreading = misreaders(value, target, readers);
      const failing = misreading.find(({ fails }) => fails);
      if (failing !== undefined) {
        left.set(change.envVar, failsAtFile(change.envVar, target.file, failing.name));
        return [];
      }
      const misreadBy = misreading.map(({ name }) => name);
      return [{ change: { ...change, version, couldRun, misreadBy, review }, value }];
    } catch (error) {
      if (!isOfOneValue(error)) throw error;
      left.set(change.envVar, error);
      return [];
    }
  }

  values.prepare(plan.changes.flatMap((change) => (isWritten(change) ? (change.version ?? []) : [])));
  const filled = (await Promise.all(plan.changes.map(fill))).flat();
  const changes = filled.map(({ change }) => change);
  const edits = filled.flatMap(({ change: { envVar, kind }, value }) =>
    kind === 'kept' ? [] : [{ name: envVar, value }],
  );
  return { plan: { ...plan, changes, identity: identityOf(snapshot, changes) }, edits, left };
}

/** The same without one more line. */
export function leaveLine({ plan, edits, left }: FilledPlan, envVar: string, error: unknown): FilledPlan {
  return {
    plan: { ...plan, changes: plan.changes.filter((change) => change.envVar !== envVar) },
    edits: edits.filter(({ name }) => name !== envVar),
    left: new Map([...left, [envVar, error]]),
  };
}
