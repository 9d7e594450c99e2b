/** What is known of a pattern without running it. */
export interface PatternFacts {
  /** How a text that fits can begin, lower case; one '' where it can begin in any way. */
  readonly prefixes: readonly string[];
  readonly shortest: number;
  readonly longest: number;
}

/** How a part of a pattern can begin. `isOpen`: all of it is known, so that what follows continues it. */
interface Beginning {
  readonly text: string;
  readonly isOpen: boolean;
}

interface Part {
  readonly beginnings: readonly Beginning[];
  readonly min: number;
  readonly max: number;
}

const prefixLimit = 6;
const beginningsLimit = 64;
const classLimit = 12;
const nothing: Part = { beginnings: [{ text: '', isOpen: true }], min: 0, max: 0 };
const anything: Part = { beginnings: [{ text: '', isOpen: false }], min: 1, max: 1 };
const unknown: Part = { beginnings: [{ text: '', isOpen: false }], min: 0, max: Number.POSITIVE_INFINITY };

const literal = (character: string): Part => ({ beginnings: [{ text: character, isOpen: true }], min: 1, max: 1 });

function closed(beginnings: readonly Beginning[]): readonly Beginning[] {
  return beginnings.map(({ text }) => ({ text, isOpen: false }));
}

function join(left: Part, right: Part): Part {
  const joined = left.beginnings.flatMap((one) =>
    one.isOpen && one.text.length < prefixLimit
      ? right.beginnings.map(({ text, isOpen }) => ({ text: one.text + text, isOpen }))
      : [{ text: one.text, isOpen: false }],
  );
  return {
    beginnings: joined.length > beginningsLimit ? closed(left.beginnings) : joined,
    min: left.min + right.min,
    max: left.max + right.max,
  };
}

function either(left: Part, right: Part): Part {
  return {
    beginnings: [...left.beginnings, ...right.beginnings],
    min: Math.min(left.min, right.min),
    max: Math.max(left.max, right.max),
  };
}

function repeat(part: Part, from: number, to: number): Part {
  let beginnings = nothing;
  for (let time = 0; time < Math.min(from, prefixLimit); time += 1) beginnings = join(beginnings, part);
  if (from === 0 && to === 1) beginnings = either(nothing, part);
  const isExact = from === to && from <= prefixLimit;
  return {
    beginnings: isExact || (from === 0 && to === 1) ? beginnings.beginnings : closed(beginnings.beginnings),
    min: part.min * from,
    max: part.max === 0 ? 0 : part.max * to,
  };
}

function expandClass(inside: string): Part {
  if (inside.startsWith('^') || /\\[dDwWsSpP]/.test(inside)) return anything;
  const all: string[] = [];
  const characters = [...inside.replace(/\\(.)/g, '$1')];
  for (let at = 0; at < characters.length; at += 1) {
    const first = characters[at] ?? '';
    const last = characters[at + 1] === '-' ? characters[at + 2] : undefined;
    if (last === undefined) {
      all.push(first);
      continue;
    }
    for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code += 1) all.push(String.fromCharCode(code));
    at += 2;
  }
  if (all.length > classLimit) return anything;
  return { beginnings: all.map((text) => ({ text, isOpen: true })), min: 1, max: 1 };
}

function read(source: string): Part {
  let at = 0;

  function alternatives(): Part {
    let part = sequence();
    while (source[at] === '|') {
      at += 1;
      part = either(part, sequence());
    }
    return part;
  }

  function sequence(): Part {
    let part = nothing;
    while (at < source.length && source[at] !== '|' && source[at] !== ')') part = join(part, quantified(atom()));
    return part;
  }

  function atom(): Part {
    const character = source[at] ?? '';
    at += 1;
    if (character === '^' || character === '$') return nothing;
    if (character === '.') return anything;
    if (character === '\\') return escaped();
    if (character === '[') return characterClass();
    return character === '(' ? group() : literal(character);
  }

  function escaped(): Part {
    const character = source[at] ?? '';
    at += 1;
    if (/[bB]/.test(character)) return nothing;
    if (/[dDwWsS]/.test(character)) return anything;
    // Back references, code points and the like: nothing is claimed of what they stand for.
    return /[a-zA-Z0-9]/.test(character) ? unknown : literal(character);
  }

  function characterClass(): Part {
    const start = at;
    while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
    at += 1;
    return expandClass(source.slice(start, at - 1));
  }

  function group(): Part {
    const kind = /^\?(?:<?[=!]|:|<\w+>)?/.exec(source.slice(at, at + 40))?.[0] ?? '';
    at += kind.length;
    const inside = alternatives();
    at += 1;
    return /[=!]$/.test(kind) ? nothing : inside;
  }

  function quantified(part: Part): Part {
    const found = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(source.slice(at, at + 24));
    if (found === null) return part;
    at += found[0].length;
    if (found[0].startsWith('*')) return repeat(part, 0, Number.POSITIVE_INFINITY);
    if (found[0].startsWith('+')) return repeat(part, 1, Number.POSITIVE_INFINITY);
    if (found[0].startsWith('?')) return repeat(part, 0, 1);
    const from = Number(found[1]);
    const upTo = found[3] === '' ? Number.POSITIVE_INFINITY : Number(found[3]);
    return repeat(part, from, found[2] === '' ? from : upTo);
  }

  return alternatives();
}

/** Reads from an anchored pattern how a text that fits it begins and how long it is. */
export function factsOf(pattern: RegExp): PatternFacts {
  const { beginnings, min, max } = read(pattern.source);
  const prefixes = new Set(beginnings.map(({ text }) => text.slice(0, prefixLimit).toLowerCase()));
  return { prefixes: prefixes.has('') ? [''] : [...prefixes], shortest: min, longest: max };
}
