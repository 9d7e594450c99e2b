import type { Provider } from './provider.ts';

export const supabase: Provider = {
  id: 'supabase',
  name: 'Supabase',
  envVar: 'SUPABASE_SECRET_KEY',
  shapes: [
    { pattern: /^sb_secret_[\w-]{20,}$/, label: 'Supabase secret key' },
    { pattern: /^sbp_[a-f0-9]{40,}$/, label: 'Supabase access token', envVar: 'SUPABASE_ACCESS_TOKEN' },
  ],
};
