import { expect, it } from 'vitest';
import { factsOf } from '../../electron/detection/pattern-facts.ts';

it.each<[RegExp, string[], number, number]>([
  [/^sk-proj-[\w-]{20,}$/, ['sk-pro'], 28, Number.POSITIVE_INFINITY],
  [/^gh[pousr]_[A-Za-z0-9]{36}$/, ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'], 40, 40],
  [/^(?:AKIA|ASIA)[A-Z0-9]{16}$/, ['akia', 'asia'], 20, 20],
  [/^xox[bp]?-(?!x)\d{2,3}$/, ['xoxb-', 'xoxp-', 'xox-'], 6, 8],
  [/^[0-9a-f]{32}$/, [''], 32, 32],
  [/^(?:a|b.)?c$/i, ['c', 'ac', 'b'], 1, 3],
  [/^\d{3}\|x$/, [''], 5, 5],
  [/^a{3}b\.c$/, ['aaab.c'], 6, 6],
])('reads from %s how a text begins and how long it is', (pattern, prefixes, shortest, longest) => {
  const facts = factsOf(pattern);
  expect([...facts.prefixes].toSorted()).toEqual(prefixes.toSorted());
  expect([facts.shortest, facts.longest]).toEqual([shortest, longest]);
});
