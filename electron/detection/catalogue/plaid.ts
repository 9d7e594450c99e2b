import type { Provider } from '../provider.ts';

export const plaid: Provider = {
  id: 'plaid',
  name: 'Plaid',
  envVars: ['PLAID_SECRET', 'PLAID_ACCESS_TOKEN', 'PLAID_SANDBOX_SECRET'],
  hosts: ['plaid.com'],
  keysPage: 'https://dashboard.plaid.com/developers/keys',
  shapes: [
    {
      pattern:
        /^access-(?:sandbox|development|production)-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/,
      label: 'Plaid access token',
      envVar: 'PLAID_ACCESS_TOKEN',
    },
    { pattern: /^[a-z0-9]{30}$/, label: 'Plaid secret', needsName: true },
  ],
};
