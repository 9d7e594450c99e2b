import type { Provider } from '../provider.ts';

export const bittrex: Provider = {
  id: 'bittrex',
  name: 'Bittrex',
  envVars: ['BITTREX_API_KEY', 'BITTREX_SECRET_KEY'],
  hosts: ['bittrex.com'],
  keysPage: '',
  shapes: [{ pattern: /^[a-z0-9]{32}$/, label: 'Bittrex key', needsName: true }],
};
