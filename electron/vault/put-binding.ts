import type { BindingRecord } from './records.ts';
import type { Store } from './store-port.ts';

/**
 * Keeps a binding as it is now. One that is unbound waits for the next export to take its line back; where no export ever
 * wrote, or was about to, there is nothing to take back, and it goes at once.
 */
export function putBinding(store: Store, binding: BindingRecord): void {
  const { targetId, envVar, keyId, exported, writing } = binding;
  if (keyId === null && exported === null && writing === null) store.bindings.remove(targetId, envVar);
  else store.bindings.put(binding);
}
