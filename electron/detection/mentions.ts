import type { Around } from '../vault/detection-port.ts';
import { wordsOf } from './names.ts';
import type { Provider } from './provider.ts';

export interface Mentions {
  /** Providers that name, title or address speak for; what says more comes first. */
  levels(around: Around, variable: string): readonly (readonly Provider[])[];
  providerAt(address: string): Provider | undefined;
  /** Whether one of the names is of a variable whose value this provider publishes. */
  isPublicVariable(provider: string, names: readonly string[]): boolean;
}

/** Ids that are words of everyday language: they name a provider only where a name or title begins with them. */
const everyday = new Set(
  `vault linear render square front close box segment mode buffer readme fly together notion plaid intercom discord new
   relic beam mux neon clear click frame key lob nuts planet polar prefect replicate resend sentry shopify slack twitch
   typeform unify unkey val vector voyage weights wise meta x cal apollo arena base bolt chain clerk cohere convex copper
   dub exa groove harness help scout hunter ably algolia kernel loops mapbox modal pinecone railway split stability
   stream trigger turso zoom ghost buddy asana drone flow grain scale jina okta duo envoy heap line`
    .trim()
    .split(/\s+/),
);
const wordLimit = 40;
const addressLimit = 2_000;

const folded = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

export function hostOf(address: string): string {
  const found = /^\s*(?:[a-z][a-z\d+.-]*:\/\/)?(?:[^\s/?#@]*@)?([^\s/?#:@]+)/i.exec(address.slice(0, addressLimit));
  return (found?.[1] ?? '')
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.$/, '');
}

export function indexMentions(catalogue: readonly Provider[]): Mentions {
  const byVariable = new Map<string, Provider[]>();
  const byWord = new Map<string, Provider[]>();
  const byHost = new Map<string, Provider>();
  const add = (map: Map<string, Provider[]>, key: string, provider: Provider): void => {
    const all = map.get(key) ?? [];
    if (key !== '' && !all.includes(provider)) map.set(key, [...all, provider]);
  };
  for (const provider of catalogue) {
    const ownVariables = [...provider.envVars, ...provider.shapes.map(({ envVar }) => envVar ?? '')];
    for (const name of ownVariables) add(byVariable, name.toUpperCase(), provider);
    for (const word of [provider.id, provider.name, ...(provider.words ?? [])]) add(byWord, folded(word), provider);
    for (const host of provider.hosts) byHost.set(host.toLowerCase(), provider);
  }

  /** Of two words that overlap the longer one counts: "hugging face", not "face". */
  function inWords(text: string): Provider[] {
    const words = wordsOf(text).slice(0, wordLimit);
    const found = new Set<Provider>();
    for (let at = 0; at < words.length; at += 1) {
      for (let length = 3; length >= 1; length -= 1) {
        const word = words.slice(at, at + length).join('');
        const providers = byWord.get(word) ?? (length === 1 ? byWord.get(word.replace(/\d+$/, '')) : undefined);
        if (providers === undefined || (length === 1 && at > 0 && everyday.has(word) && !isAlone(words, at))) continue;
        for (const provider of providers) found.add(provider);
        at += length - 1;
        break;
      }
    }
    return [...found];
  }

  function providerAt(address: string): Provider | undefined {
    const labels = hostOf(address).split('.');
    for (let at = 0; at < labels.length - 1; at += 1) {
      const provider = byHost.get(labels.slice(at).join('.'));
      if (provider !== undefined) return provider;
    }
    return undefined;
  }

  const publicVars = new Map(catalogue.map(({ id, publicVars: names = [] }) => [id, names]));

  return {
    providerAt,
    isPublicVariable(provider, names) {
      const own = publicVars.get(provider) ?? [];
      return own.length > 0 && names.some((name) => own.some((one) => `_${name.toUpperCase()}`.endsWith(`_${one}`)));
    },
    levels({ name = '', title = '', address = '' }, variable) {
      const at = providerAt(address);
      return [
        byVariable.get(name.toUpperCase()) ?? [],
        inWords(name),
        byVariable.get(variable.toUpperCase()) ?? [],
        inWords(variable),
        at === undefined ? [] : [at],
        inWords(title),
      ].filter((level) => level.length > 0);
    },
  };
}

/** MY_VAULT_TOKEN: what follows says that it is a key. */
function isAlone(words: readonly string[], at: number): boolean {
  return /^(?:api|access|secret|token|key|webhook|auth|pat)/.test(words[at + 1] ?? '');
}
