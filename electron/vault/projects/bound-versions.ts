import type { BoundVersion } from '../records.ts';
import type { Store } from '../store-port.ts';

/** By key id. */
export type BoundVersions = ReadonlyMap<string, BoundVersion>;

/** The current versions of all keys that are bound in a target, read in one query: there may be a thousand bindings. */
export function boundVersions({ versions }: Pick<Store, 'versions'>, targetId: string): BoundVersions {
  return new Map(versions.boundIn(targetId).map((bound) => [bound.version.keyId, bound]));
}
