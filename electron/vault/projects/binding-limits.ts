import { vaultError } from '../errors.ts';
import type { TargetRecord } from '../records.ts';
import type { Store } from '../store-port.ts';

/** How many bindings one target may have: more secrets than any env file holds. */
const targetLimit = 1_000;
/** How many there may be in all. Every view of the projects goes through them, and no window may wait for that. */
const bindingsLimit = 10_000;

/** Before one more binding is kept. A page can bind without being asked, but not fill the database. @throws TARGET_FULL, BINDINGS_FULL */
export function refuseTooManyBindings({ bindings }: Pick<Store, 'bindings'>, { id, file }: TargetRecord): void {
  if (bindings.count(id) >= targetLimit) throw vaultError('TARGET_FULL', { file, limit: targetLimit });
  if (bindings.count() >= bindingsLimit) throw vaultError('BINDINGS_FULL', { limit: bindingsLimit });
}
