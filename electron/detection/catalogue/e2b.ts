import type { Provider } from '../provider.ts';

export const e2b: Provider = {
  id: 'e2b',
  name: 'E2B',
  envVars: ['E2B_API_KEY', 'E2B_ACCESS_TOKEN'],
  hosts: ['e2b.dev'],
  keysPage: 'https://e2b.dev/dashboard?tab=keys',
  shapes: [
    { pattern: /^e2b_[a-f0-9]{40}$/, label: 'E2B key' },
    { pattern: /^sk_e2b_[a-f0-9]{40}$/, label: 'E2B access token', envVar: 'E2B_ACCESS_TOKEN' },
  ],
};
