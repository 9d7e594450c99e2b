import type { Provider } from '../provider.ts';

export const helius: Provider = {
  id: 'helius',
  name: 'Helius',
  envVars: ['HELIUS_API_KEY'],
  hosts: ['helius.dev', 'helius-rpc.com'],
  keysPage: 'https://dashboard.helius.dev/api-keys',
  shapes: [
    { pattern: /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/, label: 'Helius key', needsName: true },
  ],
};
