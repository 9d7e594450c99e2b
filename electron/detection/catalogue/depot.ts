import type { Provider } from '../provider.ts';

export const depot: Provider = {
  id: 'depot',
  name: 'Depot',
  envVars: ['DEPOT_TOKEN'],
  hosts: ['depot.dev'],
  keysPage: 'https://depot.dev/settings',
  shapes: [{ pattern: /^depot_(?:project|org|user)_[a-f0-9]{40,}$/, label: 'Depot token' }],
};
