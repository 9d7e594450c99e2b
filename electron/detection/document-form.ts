import type { Form } from './form.ts';
import { nameSays } from './names.ts';
import { isPlaceholder } from './ordinary.ts';

/** The object that the text is in JSON; null where it is none. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  if (!text.startsWith('{')) return null;
  const parsed = parseDocument(text);
  return parsed === null ? null : { ...parsed };
}

/** The object or list that the text is in JSON; null where it is none. */
export function parseDocument(text: string): object | null {
  if (!/^[{[]/.test(text) || !/[}\]]$/.test(text)) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' ? parsed : null;
  } catch {
    // Not JSON is an answer, not a failure.
    return null;
  }
}

/** Files of credentials that are one value: a service account, an OAuth client, a JSON web key. */
export function documentForm(text: string): Form | null {
  const parsed = parseObject(text);
  if (parsed === null) return null;
  if (parsed['type'] === 'service_account' && typeof parsed['private_key'] === 'string') {
    return {
      kind: 'secret',
      label: 'Google service account',
      name: 'Google service account',
      envVar: 'GOOGLE_APPLICATION_CREDENTIALS_JSON',
      provider: 'gcp',
    };
  }
  if (
    parsed['type'] === 'authorized_user' ||
    parsed['type'] === 'external_account' ||
    holdsSecret(parsed['installed']) ||
    holdsSecret(parsed['web'])
  ) {
    return {
      kind: 'secret',
      label: 'Google OAuth client',
      name: 'Google OAuth client',
      envVar: 'GOOGLE_CREDENTIALS',
      provider: 'gcp',
    };
  }
  if (typeof parsed['kty'] === 'string') {
    const isPrivate = typeof parsed['d'] === 'string' || typeof parsed['k'] === 'string';
    return {
      kind: isPrivate ? 'secret' : 'public',
      label: isPrivate ? 'Private JSON web key' : 'Public JSON web key',
      name: 'JSON web key',
      envVar: 'JWK',
    };
  }
  return null;
}

function holdsSecret(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  return Object.entries(part).some(([name, value]) => {
    const says = nameSays(name);
    return typeof value === 'string' && (says === 'secret' || says === 'password') && !isPlaceholder(value);
  });
}
