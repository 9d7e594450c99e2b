import type { Provider } from '../provider.ts';

export const neon: Provider = {
  id: 'neon',
  name: 'Neon',
  envVars: ['NEON_API_KEY'],
  hosts: ['neon.tech', 'neon.com'],
  keysPage: 'https://console.neon.tech/app/settings/api-keys',
  shapes: [
    { pattern: /^napi_[a-z0-9]{40,}$/, label: 'Neon key' },
    { pattern: /^npg_[A-Za-z0-9]{10,}$/, label: 'Neon database password', envVar: 'PGPASSWORD' },
  ],
};
