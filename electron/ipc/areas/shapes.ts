import { z } from 'zod';
import { errorCodes, type FactsInWords, type VaultError } from '../../vault/errors.ts';
import { copyPolicies, fieldLimits, rotationIntervals } from '../../vault/keys/key-choices.ts';
import { latestTime } from '../../vault/records.ts';

/** What several areas' shapes are made of. Strict objects: a field that is not named there does not cross (invariant 1). */

export const id = z.string().min(1).max(64);

/**
 * A list of at most this many from a page. It is refused at the first item that doesn't fit: an issue for each of thousands
 * of wrong ones would hold main up. A list with holes is refused, too: `findIndex` looks at them, `every` and `some` don't.
 */
export function listOf<T>(item: z.ZodType<T>, most: number) {
  return z.custom<T[]>(
    (given) =>
      Array.isArray(given) && given.length <= most && given.findIndex((one) => !item.safeParse(one).success) < 0,
  );
}

export const count = z.number().int();

/** Milliseconds since the epoch, UTC; with a year on top of the latest one, for what is due some days later. */
export const time = z
  .number()
  .int()
  .min(0)
  .max(latestTime + 366 * 24 * 60 * 60 * 1000);

export const copyPolicy = z.enum(copyPolicies);
export const rotateEveryDays = z.literal(rotationIntervals);
export const last4 = z.string().max(8).nullable();

/** The name of a key or a variable as a page sends it: the vault measures it again, and answers in words. */
export const givenName = z.string().max(fieldLimits.name.letIn);

/** 64 KiB of UTF-8 is at most this many UTF-16 units; the vault measures bytes and answers in words. */
export const typedValue = z.string().max(1_000_000);

/** A variable's name that was read from a file: nothing else that a file holds crosses (invariant 2). */
export const fileName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,119}$/);

/** What is said of a value that was found, masked; only of a secret and of an ordinary one a key can be made. */
export const foundValue = {
  label: z.string(),
  provider: z.string(),
  last4,
  kind: z.enum(['secret', 'ordinary', 'public', 'reference', 'ciphertext', 'marred']),
  secret: z.boolean(),
  odd: z.string(),
  heldBy: z.string().nullable(),
};

export const callError = z.strictObject({
  code: z.enum(errorCodes),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
}) satisfies z.ZodType<Pick<VaultError, 'code'> & { readonly message: string; readonly details: FactsInWords }>;
export type CallError = z.infer<typeof callError>;

/** A domain's outcome as it crosses: its error as data. */
export type ErrorAsData<T extends { readonly error: unknown }> = Omit<T, 'error'> & {
  readonly error: CallError | null;
};

export const nothing = z.strictObject({});
export const byKey = z.strictObject({ id });
export const byTarget = z.strictObject({ targetId: id });
/** What was chosen of a list that main gave out. */
export const entryIds = listOf(id, 20_000);
