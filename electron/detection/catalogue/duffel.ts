import type { Provider } from '../provider.ts';

export const duffel: Provider = {
  id: 'duffel',
  name: 'Duffel',
  envVars: ['DUFFEL_ACCESS_TOKEN', 'DUFFEL_API_KEY'],
  hosts: ['duffel.com'],
  keysPage: 'https://app.duffel.com',
  shapes: [{ pattern: /^duffel_(?:test|live)_[\w=-]{43}$/, label: 'Duffel access token' }],
};
