import type { Provider } from '../provider.ts';

export const infura: Provider = {
  id: 'infura',
  name: 'Infura',
  envVars: ['INFURA_API_KEY', 'INFURA_PROJECT_SECRET', 'INFURA_KEY'],
  hosts: ['infura.io'],
  keysPage: 'https://app.infura.io',
  shapes: [{ pattern: /^[a-f0-9]{32}$/, label: 'Infura key', needsName: true }],
};
