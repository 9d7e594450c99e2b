import type { Provider } from '../provider.ts';

export const xata: Provider = {
  id: 'xata',
  name: 'Xata',
  envVars: ['XATA_API_KEY'],
  hosts: ['xata.io'],
  keysPage: 'https://app.xata.io/settings',
  shapes: [{ pattern: /^xau_[A-Za-z0-9]{30,}$/, label: 'Xata key' }],
};
