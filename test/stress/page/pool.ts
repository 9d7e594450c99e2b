import type { Random } from './random.ts';

/** How many of each kind the page remembers: old ids are of use to an attacker as well. */
const kept = 40;

/** What the page has heard and may say again: ids by the field they came in, names, texts. */
export interface Pool {
  /** Remembers what an answer or an event holds. */
  hear(value: unknown): void;
  /** An id that came in a field of this name; a made-up one where there is none. */
  id(...fields: readonly string[]): string;
  /** A text that came in a field of this name. */
  said(...fields: readonly string[]): string | undefined;
}

export function createPool(random: Random): Pool {
  const texts = new Map<string, string[]>();

  function remember(field: string, text: string): void {
    const list = texts.get(field) ?? [];
    if (!list.includes(text)) list.push(text);
    if (list.length > kept) list.shift();
    texts.set(field, list);
  }

  function hear(value: unknown, field = '', inside = ''): void {
    if (typeof value === 'string') {
      remember(field, value);
      if (field === 'id') remember(`${inside}.id`, value);
      return;
    }
    if (Array.isArray(value)) for (const one of value) hear(one, field, inside);
    else if (typeof value === 'object' && value !== null) {
      // A list's name tells what its entries' ids are of.
      for (const [name, one] of Object.entries(value))
        hear(one, name, typeof one === 'string' ? field || inside : name);
    }
  }

  const said = (...fields: readonly string[]): string | undefined => {
    const all = fields.flatMap((field) => texts.get(field) ?? []);
    return random.pick(all);
  };
  return {
    hear: (value) => hear(value),
    said,
    id: (...fields) => (random.chance(0.97) ? said(...fields) : undefined) ?? 'made-up',
  };
}
