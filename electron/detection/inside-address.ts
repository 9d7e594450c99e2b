import type { Inside } from './value-inside.ts';

const user = /^[a-z][a-z\d+.-]{1,30}:\/\/([^\s/?#@]+)@/i;
const parameters = /[?&#;]([\w.-]{1,60})=([^&#\s"']{8,})/g;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone % is meant as it stands.
    return text;
  }
}

/** The token in `https://user:token@host` or `?key=token`, and a part of the path. */
export function insideAddress(text: string): Inside[] {
  if (!/^[a-z][a-z\d+.-]{1,30}:\/\/\S+$/i.test(text) || text.length > 8_192) return [];
  const found: Inside[] = [];
  const credentials = user.exec(text)?.[1] ?? '';
  const colon = credentials.indexOf(':');
  const parts = colon < 0 ? [credentials] : [credentials.slice(colon + 1), credentials.slice(0, colon)];
  for (const part of parts.filter((one) => one.length >= 8)) {
    found.push({ text: decoded(part), name: '', removed: 'address around it', layer: 'address' });
  }
  for (const [, name = '', value = ''] of [...text.matchAll(parameters)].slice(0, 20)) {
    found.push({ text: decoded(value), name, removed: 'address around it', layer: 'address' });
  }
  return found;
}
