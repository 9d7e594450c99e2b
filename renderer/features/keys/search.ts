import type { KeyView, ProviderView } from '../../vault-client.ts';

export interface Searchable {
  readonly key: KeyView;
  readonly text: string;
}

/** Of ten thousand keys one changes at a time. */
const folded = new WeakMap<KeyView, { names: readonly ProviderView[]; entry: Searchable }>();

/** Each key with all that a search looks at, folded once for many searches. */
export function searchable(keys: readonly KeyView[], providers: readonly ProviderView[]): Searchable[] {
  const names = new Map(providers.map((provider) => [provider.id, provider.name]));
  return keys.map((key) => {
    const known = folded.get(key);
    if (known?.names === providers) return known.entry;
    const text = [key.name, names.get(key.provider) ?? key.provider, key.envVar, ...key.tags].join('\n').toLowerCase();
    const entry = { key, text };
    folded.set(key, { names: providers, entry });
    return entry;
  });
}

/** The keys that hold every word of the query, somewhere, in the order they came. */
export function search(among: readonly Searchable[], query: string): KeyView[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return among.filter(({ text }) => words.every((word) => text.includes(word))).map(({ key }) => key);
}
