import type { Provider } from '../provider.ts';

export const postal: Provider = {
  id: 'postal',
  name: 'Postal',
  envVars: ['POSTAL_API_KEY'],
  hosts: ['postalserver.io'],
  keysPage: '',
  words: ['postal'],
  shapes: [{ pattern: /^[A-Za-z0-9]{24}$/, label: 'Postal key', needsName: true }],
};
