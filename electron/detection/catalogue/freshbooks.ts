import type { Provider } from '../provider.ts';

export const freshbooks: Provider = {
  id: 'freshbooks',
  name: 'FreshBooks',
  envVars: ['FRESHBOOKS_CLIENT_SECRET', 'FRESHBOOKS_ACCESS_TOKEN'],
  hosts: ['freshbooks.com'],
  keysPage: 'https://my.freshbooks.com/#/developer',
  shapes: [{ pattern: /^[a-z0-9]{64}$/, label: 'FreshBooks access token', needsName: true }],
};
