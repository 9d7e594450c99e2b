import type { BindingRecord } from '../records.ts';
import type { Store } from '../store-port.ts';

/** So many are told at most; the activity has them all. */
const most = 50;

/**
 * Records that a key in Trash loses the variable of this binding, so that it is told when the key is restored. Nothing for a key
 * that is in use. Within the commit that takes it away. `where`: "shop/.env"; `why`: "now of another key".
 */
export function noteLostPlace(store: Store, at: number, binding: BindingRecord, where: string, why: string): void {
  const { keyId, envVar } = binding;
  const key = keyId === null ? undefined : store.keys.find(keyId)?.key;
  if (key === undefined || key.deletedAt === null) return;
  store.activity.append({
    at,
    kind: 'unbound',
    keyId: key.id,
    subject: key.name,
    detail: `${envVar} in ${where}, ${why}`,
  });
}

/** The same for each variable of a target that is about to be unlinked. */
export function noteLostPlaces(store: Store, at: number, targetId: string, where: string): void {
  for (const binding of store.bindings.ofTarget(targetId)) noteLostPlace(store, at, binding, where, 'unlinked');
}

/** What a key is not bound to any more since it came to Trash: "API_KEY in shop/.env, unlinked". */
export function lostPlaces(store: Store, keyId: string): string[] {
  const lost: string[] = [];
  for (const { kind, detail } of store.activity.latest(most, keyId)) {
    if (kind === 'deleted') break;
    if (kind === 'unbound') lost.push(detail);
  }
  return lost;
}

/** In how many files a line is or may be that Clavis wrote for the key. */
export function filesWithLines(store: Store, keyId: string): number {
  const written = store.bindings.ofKey(keyId).filter(({ exported, writing }) => exported !== null || writing !== null);
  return new Set(written.map(({ targetId }) => targetId)).size;
}
