import type { BindingRecord, BoundVersion } from '../records.ts';
import type { Store } from '../store-port.ts';

/** By key id. */
export type BoundVersions = ReadonlyMap<string, BoundVersion>;

/** The current versions of all keys that are bound in a target, read in one query: there may be a thousand bindings. */
export function boundVersions({ versions }: Pick<Store, 'versions'>, targetId: string): BoundVersions {
  return new Map(versions.boundIn(targetId).map((bound) => [bound.version.keyId, bound]));
}

/** Whether the binding's key is in Trash, or gone: then its line stays as it is. */
export function isInTrash({ keyId }: Pick<BindingRecord, 'keyId'>, versions: BoundVersions): boolean {
  return keyId !== null && versions.get(keyId)?.isDeleted !== false;
}

/** Whether the binding has a key that can be used. */
export function isInUse(binding: Pick<BindingRecord, 'keyId'>, versions: BoundVersions): boolean {
  return binding.keyId !== null && !isInTrash(binding, versions);
}
