import { decodeBase64 } from './base64.ts';
import type { Form } from './form.ts';

const shape = /^eyJ[\w-]{8,}={0,2}\.[\w-]{8,}={0,2}\.[\w-]{8,}={0,2}$/;
/** Unsigned, or encrypted with five parts. */
const other = /^eyJ[\w-]{8,}\.(?:eyJ[\w-]{8,}\.|[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+)$/;

function claimsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const claims: unknown = JSON.parse(decodeBase64(text.split('.')[1] ?? '') ?? '');
    return typeof claims === 'object' && claims !== null ? { ...claims } : {};
  } catch {
    // A token whose claims can't be read is one all the same.
    return {};
  }
}

/** A JSON web token of any length; public where it is issued to everybody. */
export function jwtForm(text: string): Form | null {
  if (!text.startsWith('eyJ') || !text.includes('.') || text.length > 16_384) return null;
  if (!shape.test(text)) {
    return other.test(text)
      ? { kind: 'secret', label: 'Encrypted or unsigned token (JWT)', name: 'Token', envVar: 'JWT' }
      : null;
  }
  const { role, iss, ref } = claimsOf(text);
  const isSupabase = iss === 'supabase' || (typeof ref === 'string' && typeof role === 'string');
  const provider = isSupabase ? { provider: 'supabase' } : {};
  if (role === 'anon' || role === 'publishable' || role === 'anonymous') {
    const label = isSupabase ? 'Supabase anon key' : 'Token for everybody (JWT)';
    return {
      kind: 'public',
      label,
      name: isSupabase ? 'Supabase anon' : 'Token',
      envVar: 'SUPABASE_ANON_KEY',
      ...provider,
    };
  }
  if (role === 'service_role') {
    return {
      kind: 'secret',
      label: 'Supabase service role key',
      name: 'Supabase',
      envVar: 'SUPABASE_SERVICE_ROLE_KEY',
      ...provider,
    };
  }
  return { kind: 'secret', label: 'Token (JWT)', name: 'Token', envVar: 'JWT', ...provider };
}
