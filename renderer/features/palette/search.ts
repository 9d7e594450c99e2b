import UFuzzy from '@leeoniya/ufuzzy';
import type { PaletteKey, ProviderView } from '../../vault-client.ts';
import { bitsOf, fold, lacksOneAtMost } from './fold.ts';

export interface PaletteIndex {
  /**
   * The keys that fit, best first: those whose name begins so, whose words begin so, that hold it; where these don't fill
   * a page, those that one wrong letter a word keeps from it; where there are none, those that hold its letters in order.
   * Among equals the last used comes first. Without a query: pinned ones, then the last used.
   */
  search(query: string): readonly PaletteKey[];
}

/** As many as are in sight: with so many good ones nobody asks for worse ones. */
const enough = 8;

const typos: UFuzzy.Options = { intraMode: 1, intraSlice: [0, Number.POSITIVE_INFINITY], intraRules, interLft: 2 };
/** Latin letters have the faster rules. */
const latin = new UFuzzy(typos);
const anyScript = new UFuzzy({
  ...typos,
  unicode: true,
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\d']",
  intraContr: "'\\p{L}{1,2}\\b",
  // A word's start is known for Latin letters alone.
  interLft: 0,
});
const gaps = new UFuzzy({ intraMode: 0, intraIns: 4, intraChars: '.', interLft: 2 });

/** One wrong, missing, added or swapped letter, in words long enough for that to say something. */
function intraRules(word: string) {
  const errors = word.length >= 4 && /\D/.test(word) ? 1 : 0;
  const swaps = word.length === 3 ? 1 : errors;
  return {
    intraSlice: [0, Number.POSITIVE_INFINITY] satisfies [number, number],
    intraIns: errors,
    intraSub: errors,
    intraTrn: swaps,
    intraDel: errors,
  } as const;
}

/** Those never used stay as they came, by name. */
function byUse(a: PaletteKey, b: PaletteKey): number {
  return (b.lastUsedAt ?? 0) - (a.lastUsedAt ?? 0);
}

/** Made once for many searches. `keys` come by name. */
export function indexKeys(keys: readonly PaletteKey[], providers: readonly ProviderView[]): PaletteIndex {
  const providerNames = new Map(providers.map(({ id, name }) => [id, name]));
  const recent = [...keys].sort(byUse);
  const shownFirst = [...recent.filter(({ pinned }) => pinned), ...recent.filter(({ pinned }) => !pinned)];
  // The blank before each word tells where words begin.
  const texts = recent.map(
    ({ name, envVar, provider }) => ` ${fold(name)} ${fold(envVar)} ${fold(providerNames.get(provider) ?? provider)}`,
  );
  const bits = Int32Array.from(texts, bitsOf);

  function matching(words: readonly string[], all: number): number[] {
    const phrase = ` ${words.join(' ')}`;
    const begins: number[] = [];
    const wordsBegin: number[] = [];
    const holds: number[] = [];
    for (let at = 0; at < texts.length; at += 1) {
      if ((all & ~(bits[at] ?? 0)) !== 0) continue;
      const text = texts[at] ?? '';
      if (!words.every((word) => text.includes(word))) continue;
      if (text.startsWith(phrase)) begins.push(at);
      else if (words.every((word) => text.includes(` ${word}`))) wordsBegin.push(at);
      else holds.push(at);
    }
    return [...begins, ...wordsBegin, ...holds];
  }

  /** Every word by itself, in whatever order they stand. */
  function fuzzy(engine: UFuzzy, words: readonly string[], among: number[]): number[] {
    return words.reduce((left, word) => engine.filter(texts, word, left) ?? [], among);
  }

  function candidates(mayFit: (has: number, at: number) => boolean): number[] {
    const left: number[] = [];
    for (let at = 0; at < bits.length; at += 1) if (mayFit(bits[at] ?? 0, at)) left.push(at);
    return left;
  }

  function search(query: string): readonly PaletteKey[] {
    const words = fold(query).split(' ').filter(Boolean);
    if (words.length === 0) return query.trim() === '' ? shownFirst : [];
    const wanted = words.map(bitsOf);
    const all = wanted.reduce((sum, one) => sum | one, 0);
    const isLatin = /^[a-z0-9 ]*$/.test(words.join(' '));
    const good = matching(words, all);
    if (good.length < enough) {
      const seen = new Set(good);
      const near = candidates((has, at) => !seen.has(at) && wanted.every((one) => lacksOneAtMost(has, one)));
      good.push(...fuzzy(isLatin ? latin : anyScript, words, near));
    }
    if (good.length === 0 && isLatin) {
      good.push(
        ...fuzzy(
          gaps,
          words,
          candidates((has) => (all & ~has) === 0),
        ),
      );
    }
    const found: PaletteKey[] = [];
    for (const at of good) {
      const key = recent[at];
      if (key !== undefined) found.push(key);
    }
    return found;
  }

  return { search };
}
