import { factsOf } from './pattern-facts.ts';
import type { Provider, Shape } from './provider.ts';

export interface ShapeMatch {
  readonly provider: Provider;
  readonly shape: Shape;
  /** The shape begins in a way of its own: `sk-`, not any hex digit. */
  readonly hasPrefix: boolean;
  /** Begins as many do (`sk-`) and is of any length: other providers' keys have the shape, too. */
  readonly isLoose: boolean;
  /** Only letters and digits of some length: hex 32, a UUID. It counts as `needsName` does. */
  readonly isGeneral: boolean;
}

export interface Shapes {
  /** The first shape of each provider that the text has. */
  find(text: string): readonly ShapeMatch[];
  /** Whether a shape with a beginning of its own begins as the text does: cheap, and says no to nearly all words. */
  mayBegin(text: string): boolean;
}

interface Indexed {
  readonly pattern: RegExp;
  readonly shortest: number;
  readonly longest: number;
  readonly mayHaveBlank: boolean;
  /** Those of all providers that have the same pattern, with their places in the catalogue. */
  readonly owners: { readonly match: ShapeMatch; readonly order: number }[];
}

/** No key of any provider is longer. */
const longestKey = 12_288;
const prefixLimit = 6;
/** A pattern of classes alone, with nothing between them but `-` and `=`. */
const general = /^\^(?:\[[^\]]+\](?:\{[\d,]+\}|[+*])?[-=]*(?:\{[\d,]+\})?\??)+\$$/;
/** Can stand for a blank. */
const blank = / |\\s|\\S|\\[DW]|\[\^|(?<!\\)\./;
/** Beginnings that nobody owns. */
const shared = new Set(['sk-', 'sk_', 'pk-', 'pk_', 'key-', 'key_', 'api-', 'api_', 'ak-', 'ak_', 'tk-', 'tk_']);

/** Looks only at patterns whose beginning and length the text has. */
export function indexShapes(catalogue: readonly Provider[]): Shapes {
  const all = new Map<string, Indexed>();
  const byPrefix = new Map<string, Indexed[]>();
  let order = 0;
  for (const provider of catalogue) {
    for (const shape of provider.shapes) {
      const { pattern } = shape;
      const facts = factsOf(pattern);
      let indexed = all.get(String(pattern));
      if (indexed === undefined) {
        indexed = {
          pattern,
          shortest: facts.shortest,
          longest: Math.min(facts.longest, longestKey),
          mayHaveBlank: blank.test(pattern.source),
          owners: [],
        };
        all.set(String(pattern), indexed);
        for (const prefix of facts.prefixes) byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), indexed]);
      }
      const hasPrefix = facts.prefixes.every((prefix) => prefix.length > 1);
      const isLoose = facts.longest === Number.POSITIVE_INFINITY && facts.prefixes.every((one) => shared.has(one));
      order += 1;
      indexed.owners.push({
        match: { provider, shape, hasPrefix, isLoose, isGeneral: general.test(pattern.source) },
        order,
      });
    }
  }

  return {
    mayBegin(text) {
      const start = text.slice(0, prefixLimit).toLowerCase();
      for (let length = 2; length <= start.length; length += 1) {
        const begun = byPrefix.get(start.slice(0, length));
        if (begun?.some(({ shortest, longest }) => text.length >= shortest && text.length <= longest)) return true;
      }
      return false;
    },

    find(text) {
      if (text.length > longestKey) return [];
      const start = text.slice(0, prefixLimit).toLowerCase();
      const hasBlank = text.includes(' ');
      const hits: Indexed['owners'] = [];
      for (let length = 0; length <= start.length; length += 1) {
        for (const { pattern, shortest, longest, mayHaveBlank, owners } of byPrefix.get(start.slice(0, length)) ?? []) {
          if (hasBlank && !mayHaveBlank) continue;
          if (text.length >= shortest && text.length <= longest && pattern.test(text)) hits.push(...owners);
        }
      }
      hits.sort((a, b) => a.order - b.order);
      const seen = new Set<Provider>();
      return hits.flatMap(({ match }) => {
        if (seen.has(match.provider)) return [];
        seen.add(match.provider);
        return [match];
      });
    },
  };
}
