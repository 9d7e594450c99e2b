import type { Provider } from './provider.ts';
import type { ShapeMatch } from './shapes.ts';

/** Whose key it is, as far as its shape and the names around it tell. */
export interface Owner {
  /** '' where two could be meant. */
  readonly provider: string;
  readonly label: string;
  readonly name: string;
  readonly envVar: string;
  readonly isPublic: boolean;
  /** Known by the names around alone: the shape is anybody's. */
  readonly isGeneral: boolean;
}

const namesShown = 3;
const nobody = { provider: '', name: 'New key', envVar: 'API_KEY' };

function one({ provider, shape, isGeneral }: ShapeMatch): Owner {
  const { id, name, envVars } = provider;
  return {
    provider: id,
    label: shape.label,
    name,
    envVar: shape.envVar ?? envVars[0] ?? 'API_KEY',
    isPublic: shape.isPublic === true,
    isGeneral: isGeneral || shape.needsName === true,
  };
}

/** "Stripe or Clerk secret key". */
function several(matches: readonly ShapeMatch[]): Owner {
  const rests = matches.map(({ provider, shape }) => withoutName(shape.label, provider.name));
  const [rest = 'key'] = rests;
  const kind = rests.every((each) => each === rest) ? rest : 'key';
  const names = [...new Set(matches.map(({ provider }) => provider.name))];
  const shown = names.length > namesShown ? [...names.slice(0, namesShown), 'another'] : names;
  const label = `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)} ${kind}`;
  const envVars = new Set(matches.map(({ provider, shape }) => shape.envVar ?? provider.envVars[0] ?? 'API_KEY'));
  const envVar = envVars.size === 1 ? ([...envVars][0] ?? 'API_KEY') : 'API_KEY';
  return {
    provider: '',
    label,
    name: 'New key',
    envVar,
    isPublic: matches.every(({ shape }) => shape.isPublic === true),
    isGeneral: false,
  };
}

function withoutName(label: string, name: string): string {
  return label.toLowerCase().startsWith(name.toLowerCase()) ? label.slice(name.length).trim() || 'key' : label;
}

/**
 * Where several providers have the shape, the names around decide. A shape that one alone has is its own, whatever the
 * names say; a general shape (hex 32) belongs to no provider without a name.
 */
export function chooseOwner(matches: readonly ShapeMatch[], levels: readonly (readonly Provider[])[]): Owner | null {
  if (matches.length === 0) return null;
  for (const level of levels) {
    const hits = matches.filter(({ provider }) => level.includes(provider));
    const [only] = hits;
    if (only !== undefined) return hits.length === 1 ? one(only) : several(hits);
  }
  const exact = matches.filter(({ shape, isLoose, isGeneral }) => shape.needsName !== true && !isLoose && !isGeneral);
  const [only] = exact;
  if (only !== undefined) return exact.length === 1 ? one(only) : several(exact);
  const prefixed = matches.filter(({ hasPrefix }) => hasPrefix);
  const [alone] = prefixed;
  if (alone === undefined || (prefixed.length === 1 && !alone.isLoose)) return null;
  return prefixed.length > 1
    ? several(prefixed)
    : { ...one(alone), ...nobody, label: `${alone.shape.label} or one like it` };
}
