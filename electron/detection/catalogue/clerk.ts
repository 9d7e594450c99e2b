import type { Provider } from '../provider.ts';

export const clerk: Provider = {
  id: 'clerk',
  name: 'Clerk',
  envVars: [
    'CLERK_SECRET_KEY',
    'CLERK_API_KEY',
    'CLERK_WEBHOOK_SECRET',
    'CLERK_WEBHOOK_SIGNING_SECRET',
    'CLERK_JWT_KEY',
  ],
  hosts: ['clerk.com', 'clerk.dev', 'clerk.accounts.dev'],
  keysPage: 'https://dashboard.clerk.com/last-active?path=api-keys',
  shapes: [
    { pattern: /^sk_live_[A-Za-z0-9]{30,60}$/, label: 'Clerk live secret key' },
    { pattern: /^sk_test_[A-Za-z0-9]{30,60}$/, label: 'Clerk test secret key' },
    { pattern: /^ak_[A-Za-z0-9]{30,60}$/, label: 'Clerk API key', envVar: 'CLERK_API_KEY', needsName: true },
    { pattern: /^whsec_[\w+/=]{20,}$/, label: 'Clerk webhook secret', envVar: 'CLERK_WEBHOOK_SIGNING_SECRET' },
    {
      pattern: /^pk_(?:live|test)_[A-Za-z0-9+/]{20,}[=$]{0,2}$/,
      label: 'Clerk publishable key',
      envVar: 'CLERK_PUBLISHABLE_KEY',
      isPublic: true,
    },
  ],
};
