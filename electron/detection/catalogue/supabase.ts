import type { Provider } from '../provider.ts';

export const supabase: Provider = {
  id: 'supabase',
  name: 'Supabase',
  envVars: [
    'SUPABASE_SECRET_KEY',
    'SUPABASE_SERVICE_ROLE_KEY',
    'SUPABASE_ACCESS_TOKEN',
    'SUPABASE_SERVICE_KEY',
    'SUPABASE_KEY',
    'SUPABASE_DB_PASSWORD',
    'SUPABASE_JWT_SECRET',
  ],
  hosts: ['supabase.co', 'supabase.com'],
  keysPage: 'https://supabase.com/dashboard/account/tokens',
  shapes: [
    { pattern: /^sb_secret_[\w-]{20,}$/, label: 'Supabase secret key' },
    { pattern: /^sbp_[a-z0-9]{40,}$/, label: 'Supabase access token', envVar: 'SUPABASE_ACCESS_TOKEN' },
    {
      pattern: /^sbp_(?:v\d|oauth)_[A-Za-z0-9]{40,}$/,
      label: 'Supabase access token',
      envVar: 'SUPABASE_ACCESS_TOKEN',
    },
    {
      pattern: /^sb_publishable_[\w-]{20,}$/,
      label: 'Supabase publishable key',
      envVar: 'SUPABASE_PUBLISHABLE_KEY',
      isPublic: true,
    },
    { pattern: /^sba_[a-z0-9]{40,}$/, label: 'Supabase app token', envVar: 'SUPABASE_ACCESS_TOKEN' },
  ],
};
