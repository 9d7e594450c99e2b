import type { Provider } from '../provider.ts';

export const svix: Provider = {
  id: 'svix',
  name: 'Svix',
  envVars: ['SVIX_API_KEY', 'SVIX_AUTH_TOKEN', 'SVIX_WEBHOOK_SECRET'],
  hosts: ['svix.com'],
  keysPage: 'https://dashboard.svix.com',
  shapes: [
    { pattern: /^whsec_[\w+/=]{20,}$/, label: 'Svix webhook secret', envVar: 'SVIX_WEBHOOK_SECRET' },
    { pattern: /^(?:testsk|sk)_[A-Za-z0-9]{32}\.(?:us|eu|ca|in|au)$/, label: 'Svix key' },
  ],
};
