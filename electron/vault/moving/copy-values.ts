import { isVaultError, vaultError } from '../errors.ts';
import { createIsIntact } from '../keys/intact.ts';
import type { HeldValues, Ports, ReadOutcome } from '../ports.ts';
import type { Secret } from '../secret.ts';
import { isSame, type StoredValue, slicesOf, storedValues, valueIn } from './stored-values.ts';

export interface CopyParts {
  readonly from: HeldValues;
  readonly to: HeldValues;
  /** How many are written at a time: a file takes many in one go, a keychain one after the other. */
  readonly writesAtOnce: number;
  /** Throws where it is not to go on. */
  readonly assertGoesOn: () => void;
  readonly onProgress: (done: number, total: number) => void;
}

/** What is in both places now; by account, whether it is the value that was kept, as far as fingerprints tell. */
export type Copied = ReadonlyMap<string, boolean>;

type Present = StoredValue & { readonly value: Secret; readonly there: Secret | null };

/**
 * Copies every value that the database names, each read back and compared; then compares all of them again, for the other place
 * may have lost one meanwhile. Whatever may be in the other place was committed as `movedValues` before.
 * @throws MOVE_VALUE_DAMAGED, MOVE_IN_THE_WAY, MOVE_NOT_KEPT, KEYCHAIN_*
 */
export async function copyValues(
  ports: Pick<Ports, 'store' | 'fingerprints' | 'detection' | 'takeTurn'>,
  { from, to, writesAtOnce, assertGoesOn, onProgress }: CopyParts,
): Promise<Copied> {
  const { store, takeTurn } = ports;
  const isIntact = createIsIntact(ports);
  const values = storedValues(ports);
  const copied = new Map<string, boolean>();
  let done = 0;

  async function copySlice(slice: readonly StoredValue[]): Promise<void> {
    const accounts = slice.map(({ account }) => account);
    const held = await from.readMany(accounts);
    const there = await to.readMany(accounts);
    const present = slice.flatMap((one): Present[] => {
      const value = valueToMove(held, one);
      return value === null ? [] : [{ ...one, value, there: valueIn(there, one.account) }];
    });
    for (const { value, there: other, name } of present) {
      // It is not of this move, and is overwritten by none (invariant 4).
      if (other !== null && !isSame(other, value)) throw vaultError('MOVE_IN_THE_WAY', { name });
    }
    store.commit(() => {
      for (const { account } of present) store.movedValues.add(account);
    });
    for (const some of slicesOf(present, writesAtOnce)) {
      assertGoesOn();
      await Promise.all(some.map((one) => (one.there === null ? to.write(one.account, one.value, one.label) : null)));
      done += some.length;
      onProgress(done, values.length);
    }
    const kept = await to.readMany(accounts);
    for (const { account, value, name } of present) {
      if (!isSame(valueIn(kept, account), value)) throw vaultError('MOVE_NOT_KEPT', { name });
      copied.set(account, (await isIntact(account, value)) !== false);
    }
  }

  async function compareSlice(slice: readonly StoredValue[]): Promise<void> {
    const accounts = slice.map(({ account }) => account);
    const before = await from.readMany(accounts);
    const now = await to.readMany(accounts);
    for (const one of slice) {
      const [old, copy] = [valueToMove(before, one), valueIn(now, one.account)];
      // Gone from where it was meanwhile: then the copy, which was compared, is the value.
      if (copy === null || (old !== null && !isSame(old, copy))) throw vaultError('MOVE_NOT_KEPT', { name: one.name });
    }
  }

  const isKey = ({ version }: StoredValue): boolean => version === null;
  // By its fingerprint key a keychain is known again: it is there before any value is said to be.
  const keys = values.filter(isKey);
  for (const slice of [...slicesOf(keys), ...slicesOf(values.filter((one) => !isKey(one)))]) {
    await takeTurn();
    await copySlice(slice);
  }
  for (const slice of slicesOf(values.filter(({ account }) => copied.has(account)))) {
    await takeTurn();
    assertGoesOn();
    await compareSlice(slice);
  }
  return copied;
}

/** @throws MOVE_VALUE_DAMAGED for one that can't be opened: what is left of it is in the place where it is alone */
function valueToMove(held: ReadonlyMap<string, ReadOutcome>, { account, name }: StoredValue): Secret | null {
  try {
    return valueIn(held, account);
  } catch (error) {
    if (isVaultError(error, 'VALUE_DAMAGED')) throw vaultError('MOVE_VALUE_DAMAGED', { name });
    throw error;
  }
}
