import type { Around, Detected, Detection, OddCharacter } from '../vault/detection-port.ts';
import { Secret } from '../vault/secret.ts';
import { asMeant, oddIn } from './characters.ts';
import { createJudge } from './judge.ts';
import { splitValues } from './lines.ts';
import { type Found, isSizeable, lookInside } from './look-inside.ts';
import { isPossibleVariable, isVariable } from './names.ts';
import type { Provider } from './provider.ts';
import { trimSurroundings } from './surroundings.ts';

const valuesLimit = 100;

/** A detector that knows the shapes and names of these providers. Pure: it remembers nothing of what it sees. */
export function createDetector(catalogue: readonly Provider[]): Detection {
  const judge = createJudge(catalogue);
  const folded = ({ name }: Provider): string => name.toLowerCase();
  const views = catalogue
    .toSorted((a, b) => (folded(a) < folded(b) ? -1 : 1))
    .map(({ id, name, envVars }) => ({ id, name, envVar: envVars[0] ?? 'API_KEY' }));

  function one(text: string, around: Around): Detected {
    const { text: trimmed, removed } = trimSurroundings(text);
    if (!isSizeable(trimmed)) return ordinaryOf(trimmed, removed, 'It is too long for a key.');
    return detectedOf(lookInside(trimmed, around, judge), removed, around);
  }

  function detectedOf(found: Found, removed: readonly string[], around: Around): Detected {
    const { text, verdict, variable } = found;
    const odd = oddOf(text, found, around);
    const envVar = around.name !== undefined && isPossibleVariable(around.name) ? around.name : verdict.envVar;
    return {
      ...verdict,
      value: new Secret(text),
      variable,
      envVar,
      removed: [...new Set([...removed, ...found.removed])].join(', '),
      odd,
      isRefused: found.isRefused,
    };
  }

  function oddOf(text: string, { isRefused }: Found, _around: Around): readonly OddCharacter[] {
    return oddIn(text, isRefused && asMeant(text) !== text);
  }

  function all(text: string, around: Around): Detected[] {
    const { text: trimmed } = trimSurroundings(text);
    if (!isSizeable(trimmed)) return [one(text, around)];
    const parts = splitValues(trimmed);
    if (parts.length < 2) return [one(parts[0] === undefined ? text : text, around)];
    const found: Detected[] = [];
    for (const part of parts) {
      if (found.length === valuesLimit) break;
      const detected = one(part.text, part.name === '' ? around : { ...around, name: part.name });
      if (detected.kind !== 'ordinary' || detected.variable !== '') {
        found.push(part.name !== '' && isVariable(part.name) ? { ...detected, variable: part.name } : detected);
      }
    }
    return found.length === 0 ? [one(text, around)] : found;
  }

  return {
    detect(text, around = {}) {
      const whole = one(text.reveal(), around);
      const isMany = whole.kind === 'ordinary' && /[\n{]/.test(text.reveal()) && around.from !== 'typed';
      if (!isMany) return whole;
      return all(text.reveal(), around).find(({ kind }) => kind === 'secret') ?? whole;
    },
    detectAll: (text, around = {}) => all(text.reveal(), around),
    providerAt: (address) => judge.mentions.providerAt(address)?.id ?? '',
    list: () => views,
  };
}

function ordinaryOf(text: string, removed: readonly string[], why: string): Detected {
  return {
    kind: 'ordinary',
    value: new Secret(text),
    variable: '',
    provider: '',
    label: '',
    name: 'New key',
    envVar: 'API_KEY',
    confidence: 'none',
    why,
    removed: removed.join(', '),
    odd: [],
    isRefused: false,
  };
}
