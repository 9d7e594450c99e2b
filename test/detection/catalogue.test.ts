import { describe, expect, it } from 'vitest';
import { catalogue } from '../../electron/detection/catalogue/catalogue.ts';
import type { Provider, Shape } from '../../electron/detection/provider.ts';
import { ownClock } from '../support/waited-time.ts';
import { createRandom, fromPattern } from './corpus/from-pattern.ts';

const shapes = catalogue.flatMap((provider) => provider.shapes.map((shape) => ({ provider, shape })));
const own = shapes.filter(({ shape }) => shape.needsName !== true);

/** Providers whose keys look the same: the variable's name, the title or the address tells which is meant. */
const sharingShapes: readonly (readonly string[])[] = [
  ['stripe', 'clerk', 'paystack', 'uploadthing'],
  ['stripe', 'clerk', 'resend', 'svix'],
  ['deepseek', 'dashscope'],
  ['openai', 'moonshot', 'stability', 'siliconflow'],
  ['stripe', 'liveblocks'],
];

function exampleOf({ pattern }: Shape, random: () => number): string {
  for (let time = 0; time < 100; time += 1) {
    const text = fromPattern(pattern.source, random);
    if (pattern.test(text)) return text;
  }
  throw new Error(`no text that fits ${pattern}`);
}

/** Ids of the providers that take the text for a key of theirs by its shape alone; of their published values, if `isPublic`. */
function providersTaking(text: string, isPublic: boolean): string[] {
  const takes = ({ needsName, isPublic: itsPublic, pattern }: Shape) =>
    needsName !== true && (itsPublic === true) === isPublic && pattern.test(text);
  return catalogue.filter(({ shapes: its }) => its.some(takes)).map(({ id }) => id);
}

describe('the catalogue of providers is well formed', () => {
  it('has each id, name and shape once', () => {
    const ids = catalogue.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(catalogue.map(({ name }) => name.toLowerCase())).size).toBe(ids.length);
    for (const { id, shapes: its } of catalogue) {
      expect(new Set(its.map(({ pattern }) => String(pattern))).size, id).toBe(its.length);
    }
    expect(ids.filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it('anchors every shape at both ends, without state', () => {
    const loose = shapes.filter(
      ({ shape: { pattern } }) => !/^\^.*\$$/.test(pattern.source) || /[gymus]/.test(pattern.flags),
    );
    expect(loose.map(({ shape }) => String(shape.pattern))).toEqual([]);
    // ^a|b$ is anchored at one end of each only.
    const open = shapes.filter(({ shape: { pattern } }) => hasOpenAlternative(pattern.source));
    expect(open.map(({ shape }) => String(shape.pattern))).toEqual([]);
  });

  it('takes no general text for a published value, or a secret of that form would pass for one', () => {
    const random = createRandom(20_264);
    const lengths = Array.from({ length: 60 }, (_, at) => at + 10);
    const general = ['[a-f0-9]', '[a-z0-9]', '[A-Z0-9]', '[A-Za-z0-9]', '[A-Za-z0-9_-]', '[A-Za-z0-9+/]', '[0-9]'];
    const patterns = [
      ...lengths.flatMap((length) => general.map((one) => `${one}{${length}}`)),
      '[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}',
    ];
    const texts = patterns.flatMap((pattern) => Array.from({ length: 10 }, () => fromPattern(pattern, random)));
    const published = shapes.filter(({ shape }) => shape.isPublic === true);
    const wide = published.filter(({ shape }) => texts.some((text) => shape.pattern.test(text)));
    expect(wide.map(({ shape }) => String(shape.pattern))).toEqual([]);
  });

  it('begins each label with the name of its provider', () => {
    const others = shapes.filter(({ provider, shape }) => !shape.label.startsWith(`${provider.name} `));
    expect(others.map(({ shape }) => shape.label)).toEqual([]);
  });

  it('has variables that a shell takes, the usual one first, and no two alike', () => {
    for (const { id, envVars, shapes: its } of catalogue) {
      expect(envVars.length, id).toBeGreaterThan(0);
      expect(new Set(envVars).size, id).toBe(envVars.length);
      const all = [...envVars, ...its.flatMap(({ envVar }) => (envVar === undefined ? [] : [envVar]))];
      expect(
        all.filter((name) => !/^[A-Za-z][A-Za-z0-9_]*$/.test(name)),
        id,
      ).toEqual([]);
    }
  });

  it('has bare hosts in lower case, each of one provider, and pages of keys by https', () => {
    const owners = new Map<string, string>();
    for (const { id, hosts, keysPage, words = [] } of catalogue) {
      for (const host of hosts) {
        expect(host, id).toMatch(/^(?!www\.)[a-z0-9]+(?:[.-][a-z0-9]+)*\.[a-z]{2,}$/);
        expect(owners.get(host), `${host} of ${id}`).toBeUndefined();
        owners.set(host, id);
      }
      expect(keysPage, id).toMatch(/^(?:https:\/\/[\w.-]+(?:\/\S*)?)?$/);
      expect(
        words.filter((word) => !/^[a-z0-9]+$/.test(word)),
        id,
      ).toEqual([]);
    }
  });
});

function hasOpenAlternative(source: string): boolean {
  let depth = 0;
  let isClass = false;
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at];
    if (character === '\\') at += 1;
    else if (isClass) isClass = character !== ']';
    else if (character === '[') isClass = true;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === '|' && depth === 0) return true;
  }
  return false;
}

describe('a shape fits the keys of its provider', () => {
  it('takes made-up keys, and no other provider claims them unless they look alike', () => {
    const random = createRandom(20_261);
    const found = new Map<string, Set<string>>();
    for (const { provider, shape } of own) {
      for (let time = 0; time < 20; time += 1) {
        const text = exampleOf(shape, random);
        const others = providersTaking(text, shape.isPublic === true).filter((id) => id !== provider.id);
        const unexpected = others.filter(
          (id) => !sharingShapes.some((ids) => ids.includes(id) && ids.includes(provider.id)),
        );
        for (const id of unexpected) {
          const key = `${provider.id} ${id}`;
          found.set(key, (found.get(key) ?? new Set()).add(String(shape.pattern)));
        }
      }
    }
    expect([...found].map(([key, patterns]) => `${key}: ${[...patterns].join(' ')}`)).toEqual([]);
  });

  it('takes no published value for a secret, except of a shape that says so', () => {
    const random = createRandom(20_262);
    const wrong = new Set<string>();
    for (const { provider, shape } of own.filter((one) => one.shape.isPublic === true)) {
      for (let time = 0; time < 20; time += 1) {
        const secrets = providersTaking(exampleOf(shape, random), false);
        for (const id of secrets) wrong.add(`${provider.id} ${shape.pattern}: ${id}`);
      }
    }
    expect([...wrong]).toEqual([]);
  });

  it('takes long tokens: of a GitHub app, of Azure, of a session', () => {
    const random = createRandom(20_263);
    const takenBy = (pattern: string) => providersTaking(fromPattern(pattern, random), false);
    expect(takenBy(String.raw`ghs_\d{6}_eyJ[\w-]{60}\.[\w-]{250}\.[\w-]{190}`)).toEqual(['github']);
    expect(takenBy(`IQoJb3JpZ2lu[A-Za-z0-9+/]{1100}==`)).toEqual(['aws']);
    expect(takenBy(String.raw`pypi-AgEIcHlwaS5vcmc[\w-]{900}`)).toEqual(['pypi']);
    expect(takenBy(`FlyV1 fm2_[A-Za-z0-9+/]{400},fm2_[A-Za-z0-9+/]{200}==`)).toEqual(['flyio']);
  });
});

describe('hostile text', () => {
  const repeats = ['a', '0', 'A', '-', '.', '=', '/', '_', '0a', 'a.', 'a/', '0,', ';a=b', '?a=b&'];
  const sizes = { screened: 16 * 1024, small: 64 * 1024, large: 128 * 1024 };
  /** Places at which a key is cut off. */
  const cuts = 8;

  const endless = (begin: string, part: string, length: number) =>
    `${begin}${part.repeat(Math.ceil(length / part.length))}\u0000`;

  /** A key cut off, with one character again and again behind it, then one that nothing takes. */
  function* beginningsOf(shape: Shape): Generator<{ begin: string; part: string }> {
    const key = exampleOf(shape, createRandom(7));
    for (let cut = 0; cut <= cuts; cut += 1) {
      const begin = key.slice(0, Math.ceil((key.length * cut) / cuts));
      for (const part of [...repeats, begin.slice(-6) || 'a']) yield { begin, part };
    }
  }

  function timeOf(pattern: RegExp, text: string, times: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (let time = 0; time < times; time += 1) {
      const start = ownClock();
      pattern.test(text);
      least = Math.min(least, ownClock() - start);
    }
    return least;
  }

  function isSlow({ pattern }: Shape, begin: string, part: string): boolean {
    // A square law takes a hundred times as long.
    const suspicious = 5;
    if (timeOf(pattern, endless(begin, part, sizes.screened), 1) < suspicious) return false;
    const small = timeOf(pattern, endless(begin, part, sizes.small), 9);
    const large = timeOf(pattern, endless(begin, part, sizes.large), 9);
    return large > suspicious && large > 3 * small;
  }

  it('costs every shape time that grows with its length only', () => {
    const slow: string[] = [];
    for (const { shape } of shapes) {
      for (const { begin, part } of beginningsOf(shape)) {
        if (!isSlow(shape, begin, part)) continue;
        slow.push(`${shape.pattern} at ${part}`);
        break;
      }
    }
    expect(slow).toEqual([]);
  });
});

it('holds the providers that scanners have rules for', () => {
  expect(catalogue.length).toBeGreaterThanOrEqual(250);
  const named = (id: string): Provider | undefined => catalogue.find((provider) => provider.id === id);
  for (const id of ['openai', 'anthropic', 'cloudflare', 'vercel', 'heroku', 'pypi', 'notion', 'terraform', 'vault']) {
    expect(named(id), id).toBeDefined();
  }
});
