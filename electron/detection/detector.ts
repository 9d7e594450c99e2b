import type { Around, Detected, Detection } from '../vault/detection-port.ts';
import { Secret } from '../vault/secret.ts';
import { oddIn } from './characters.ts';
import { createJudge } from './judge.ts';
import { type Part, splitValues } from './lines.ts';
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
    if (!isSizeable(text.trim())) return tooLong(text);
    const { text: trimmed, removed } = trimSurroundings(text);
    return detectedOf(lookInside(trimmed, around, judge), removed, around);
  }

  function detectedOf(found: Found, removed: readonly string[], around: Around): Detected {
    const { text, verdict, variable } = found;
    const odd = found.odd ?? oddIn(text, found.isRefused);
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

  function all(text: string, around: Around, whole = one(text, around), isFirstOnly = false): Detected[] {
    if (!isSizeable(text.trim())) return [whole];
    const { text: trimmed } = trimSurroundings(text);
    const parts = splitValues(trimmed, judge.mayTellItself);
    const [only] = parts;
    if (only === undefined || (parts.length === 1 && only.text === trimmed)) return [whole];
    const isWhole = whole.value.reveal().length === trimmed.length || trimmed.includes('\n');
    if (parts.length > 1 && (whole.isRefused || (isWhole && whole.kind !== 'ordinary' && whole.confidence === 'shape')))
      return [whole];
    const found: Detected[] = [];
    const seen = new Set<string>();
    for (const part of parts) {
      const line = `${part.name}\n${part.text}`;
      if (found.length === valuesLimit) break;
      if (seen.has(line)) continue;
      seen.add(line);
      const detected = ofPart(part, around);
      if (isFirstOnly && detected.kind === 'secret') return [detected];
      if (detected.kind !== 'ordinary' || detected.variable !== '') found.push(detected);
    }
    return found.length === 0 ? [whole] : found;
  }

  function ofPart({ text, name }: Part, around: Around): Detected {
    if (name === '') return one(text, around);
    const detected = one(text, { ...around, name });
    // The name is of the text, too: it could be a piece of a value.
    return isVariable(name)
      ? { ...detected, variable: name, envVar: name }
      : { ...detected, envVar: one(text, around).envVar };
  }

  return {
    detect(text, around = {}) {
      const whole = one(text.reveal(), around);
      const isMany = whole.kind === 'ordinary' && /[\n{[]/.test(text.reveal()) && around.from !== 'typed';
      if (!isMany) return whole;
      return all(text.reveal(), around, whole, true).find(({ kind }) => kind === 'secret') ?? whole;
    },
    detectAll: (text, around = {}) => all(text.reveal(), around),
    providerAt: (address) => judge.mentions.providerAt(address)?.id ?? '',
    list: () => views,
  };
}

function tooLong(text: string): Detected {
  return {
    kind: 'ordinary',
    value: new Secret(text.trim()),
    variable: '',
    provider: '',
    label: '',
    name: 'New key',
    envVar: 'API_KEY',
    confidence: 'none',
    why: 'It is too long for a key.',
    removed: '',
    odd: [],
    isRefused: false,
  };
}
