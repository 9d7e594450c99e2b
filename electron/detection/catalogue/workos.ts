import type { Provider } from '../provider.ts';

export const workos: Provider = {
  id: 'workos',
  name: 'WorkOS',
  envVars: ['WORKOS_API_KEY', 'WORKOS_COOKIE_PASSWORD', 'WORKOS_WEBHOOK_SECRET'],
  hosts: ['workos.com'],
  keysPage: 'https://dashboard.workos.com/api-keys',
  shapes: [
    { pattern: /^sk_(?:live|test|prod|staging)_[A-Za-z0-9]{40,120}$/, label: 'WorkOS API key', needsName: true },
    { pattern: /^sk_a2V5X[A-Za-z0-9+/]{30,}={0,2}$/, label: 'WorkOS API key' },
    { pattern: /^client_01[A-Z0-9]{24}$/, label: 'WorkOS client id', envVar: 'WORKOS_CLIENT_ID', isPublic: true },
  ],
};
