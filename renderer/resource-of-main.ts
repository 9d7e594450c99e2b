import { type Resource, resource } from './resource.ts';
import { type Answer, ask, type VaultBridge } from './vault-client.ts';

/** A resource that is read from main. What it is told by main's events is put in by `watch`; why it can't be read is its error. */
export function resourceOfMain<T>(
  read: (clavis: VaultBridge, showPart: (part: T) => void) => Promise<Answer<T>>,
  watch: Parameters<typeof resource<T>>[1] = () => undefined,
): Resource<T> {
  return resource((showPart) => ask((clavis) => read(clavis, showPart)), watch);
}
