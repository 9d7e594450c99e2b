import { type Around, detectedLimit, type OddCharacter } from '../vault/detection-port.ts';
import { brokenKey } from './broken-key.ts';
import { meaningsOf } from './characters.ts';
import { insideAddress } from './inside-address.ts';
import type { Judge, Verdict } from './judge.ts';
import { longRuns } from './long-runs.ts';
import { marksBefore, withoutMarks } from './marks.ts';
import { isVariable, nameSays } from './names.ts';
import { isPlaceholder } from './ordinary.ts';
import { isRandom } from './randomness.ts';
import { trimSurroundings } from './surroundings.ts';
import { type Inside, insidesOf } from './value-inside.ts';

/** The value that was found in a text. */
export interface Found {
  readonly text: string;
  readonly verdict: Verdict;
  readonly variable: string;
  readonly removed: readonly string[];
  /** It would have a provider's shape but for odd characters in it. */
  readonly isRefused: boolean;
  /** White space in the middle of a key, which is odd only there. */
  readonly odd?: readonly OddCharacter[];
}

const deepest = 4;
const mostLooks = 48;
const shortestInside = 3;
/** Words alone may say what is in so short a line: "the password is hunter2". */
const shortLine = 200;
/** Nothing that could be taken off. */
const plainWord = /^[A-Za-z0-9][\w+/-]*={0,2}$/;
const leastShape = 6;
const mostCharacters = 8_192;
export const isSizeable = (text: string): boolean => text.length <= detectedLimit;

/** Takes off layer after layer until there is a value that counts; otherwise the text as a whole is the value. */
export function lookInside(text: string, around: Around, judge: Judge): Found {
  return (
    brokenIn(text, around, judge) ??
    search(text, around, judge, {
      variable: '',
      name: '',
      removed: [],
      depth: 0,
      budget: { looks: mostLooks, characters: 3 * text.length + mostCharacters, empty: new Set() },
    }) ??
    whole(text, around, judge)
  );
}

/** A key that a window or a mail broke: half of it is none. null where the text is something else. */
function brokenIn(text: string, around: Around, judge: Judge): Found | null {
  const broken = brokenKey(text);
  if (broken === null) return null;
  if (!judge.mayTellItself(broken.joined)) return null;
  const key = judge.keyOf(broken.joined, around);
  const [first = '', ...rest] = broken.pieces;
  if (key === null || rest.some((one) => judge.keyOf(one, around) !== null)) return null;
  // With words behind it, it is a sentence.
  const isSentence = rest.some((one) => /^[a-z]+[.,]?$/.test(one) && one.length < 16);
  const isHalf = judge.keyOf(first, around) === null && !isSentence;
  if (!isHalf && !(broken.isWrapped && rest.every(isRandomEnd))) return null;
  return { text, verdict: key, variable: '', removed: [], isRefused: true, odd: broken.odd };
}

const isRandomEnd = (text: string): boolean => text.length < 16 || isRandom(text);

interface Path {
  readonly variable: string;
  readonly removed: readonly string[];
  readonly depth: number;
  /** The name that was taken off already, as written: what follows is its value, which may itself hold `=` and `:`. */
  readonly name: string;
  /** How many more texts may be looked into: layers in layers would be without end. */
  readonly budget: Budget;
}

interface Budget {
  looks: number;
  characters: number;
  /** Texts, each behind its name, in which nothing was found. */
  readonly empty: Set<string>;
}

function whole(text: string, around: Around, judge: Judge): Found {
  return { text, verdict: judge.byNames(text, around, ''), variable: '', removed: [], isRefused: false };
}

function found(text: string, verdict: Verdict, { variable, removed }: Path, isRefused = false): Found {
  return { text, verdict, variable, removed, isRefused };
}

/** A name and a value, something in quotes, or as long as a key. */
const couldHold = (text: string): boolean =>
  text.length >= shortestInside &&
  !plainWord.test(text) &&
  (text.length <= shortLine ||
    /[:="'`“‘«|\t→]/.test(text) ||
    longRuns(text).length > 0 ||
    /^\S+$|^set|\s-|^-|^(?:machine|login|password)\s/.test(text));

/** null where nothing in the text, and not the text itself, says what it is. */
function search(text: string, around: Around, judge: Judge, path: Path): Found | null {
  const { budget } = path;
  const seen = `${path.name}\n${text}`;
  if (budget.looks <= 0 || budget.characters < 0 || budget.empty.has(seen)) return null;
  budget.looks -= 1;
  budget.characters -= text.length;
  const known = judge.byItself(text, around, path.name);
  const isAddress = known?.kind === 'secret' && known.provider === '' && /^[a-z][\w+.-]*:\/\//i.test(text);
  if (known !== null && !isAddress) return found(text, known, path);
  for (const meant of meaningsOf(text)) {
    if (isPlaceholder(text)) break;
    const verdict = judge.byItself(meant, around, path.name);
    if (verdict !== null && isOfShape(verdict)) return found(text, verdict, path, true);
  }
  if (path.depth < deepest && couldHold(text)) {
    const looked = new Set<string>();
    for (const inside of insidesOf(text, path.depth < 2)) {
      const which = `${inside.layer}\n${inside.name}\n${inside.text}`;
      if (looked.has(which)) continue;
      looked.add(which);
      const inner = within(inside, text, around, judge, path);
      if (inner !== null) return inner;
    }
    const word = path.depth === 0 && !text.includes('\n') ? wordIn(text, around, judge, path) : null;
    if (word !== null) return word;
  }
  if (known !== null) return found(text, known, path);
  budget.empty.add(seen);
  return null;
}

const userAndToken = /^[\w.@+-]{1,80}:(\S{8,})$/;

/** A word of a sentence or a line of a program that is a provider's key by its looks. */
function wordIn(text: string, around: Around, judge: Judge, path: Path): Found | null {
  for (const run of longRuns(text)) {
    const bare = withoutMarks(run).replace(marksBefore, '');
    const token = userAndToken.exec(bare)?.[1] ?? '';
    const inAddress = bare.includes('://') ? insideAddress(bare).map((inside) => inside.text) : [];
    for (const word of new Set([run, bare, token, ...inAddress])) {
      if (word.length < leastShape || !judge.mayTellItself(word)) continue;
      for (const [at, meant] of [word, ...meaningsOf(word)].entries()) {
        const verdict = judge.byItself(meant, around, path.name);
        if (verdict === null || !isOfShape(verdict) || (verdict.kind !== 'secret' && at === 0)) continue;
        const taken = { ...path, removed: [...path.removed, 'words around it'] };
        return isWholeRead(around) && at === 0 ? found(text, verdict, path) : found(word, verdict, taken, at > 0);
      }
    }
  }
  return null;
}

/** A program reads the whole of a value in a file: `Bearer …` stays there as it is. */
const isWholeRead = (around: Around): boolean => !isClipboard(around) && around.from !== 'typed';

function within(inside: Inside, outer: string, around: Around, judge: Judge, path: Path): Found | null {
  const { text, removed } = trimSurroundings(inside.text);
  if (text === '') return null;
  const variable = inside.name !== '' && isVariable(inside.name) ? inside.name : path.variable;
  const name = inside.name || path.name;
  const isCertain = mayTakeAnything(inside, around, path);
  // No provider's key is so short, so there is nothing to look for.
  if (!isCertain && text.length < leastShape) return null;
  const next = {
    variable,
    removed: [...path.removed, inside.removed, ...removed],
    depth: path.depth + 1,
    name,
    budget: path.budget,
  };
  const inner = search(text, around, judge, next);
  if (inner !== null && mayTake(inside, inner, around)) {
    const isWhole = isWholeRead(around) && !/^(?:quotes|assignment|member|edge)$/.test(inside.layer);
    return isWhole && !inner.isRefused
      ? { ...inner, text: outer, variable: path.variable, removed: path.removed }
      : inner;
  }
  if (!isCertain) return null;
  const certain = inner ?? found(text, judge.byNames(text, around, name), next);
  // Of many options only one that is something counts.
  return inside.layer === 'command' && certain.verdict.kind === 'ordinary' ? null : certain;
}

/** Whose key it is, or which of a few could be meant. */
const isOfShape = ({ kind, confidence, provider, label }: Verdict): boolean =>
  (kind === 'secret' || kind === 'public') && confidence === 'shape' && (provider !== '' || / or /.test(label));

const isClipboard = ({ from, name = '' }: Around): boolean =>
  from === 'clipboard' || (from === undefined && name === '');

/** A value of a provider's shape, or one that says itself what it is, is taken out of whatever is around it. */
function mayTake({ layer }: Inside, { verdict, isRefused }: Found, around: Around): boolean {
  if (verdict.kind === 'ordinary' || verdict.confidence !== 'shape') return false;
  if (layer === 'address' || layer === 'edge') {
    if ((around.name ?? '') !== '' && layer === 'address') return false;
    return isOfShape(verdict) && (verdict.kind === 'secret' || isRefused);
  }
  return layer !== 'header' || (around.name ?? '') === '';
}

/** Without a shape only what plainly is a line of a file or a program is opened; what a person typed may be a password. */
function mayTakeAnything({ layer, name }: Inside, around: Around, { name: known }: Path): boolean {
  if (around.from === 'typed') {
    if (layer === 'quotes') return true;
    const says = nameSays(name);
    return layer === 'assignment' && name === name.toUpperCase() && (says === 'secret' || says === 'password');
  }
  if (!isClipboard(around)) return false;
  if (layer === 'quotes' || layer === 'header') return true;
  return known === '' && (layer === 'assignment' || layer === 'member' || layer === 'command');
}
