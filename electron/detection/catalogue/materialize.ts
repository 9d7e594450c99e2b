import type { Provider } from '../provider.ts';

export const materialize: Provider = {
  id: 'materialize',
  name: 'Materialize',
  envVars: ['MZ_PASSWORD', 'MATERIALIZE_PASSWORD'],
  hosts: ['materialize.com', 'materialize.cloud'],
  keysPage: 'https://console.materialize.com/access',
  shapes: [{ pattern: /^mzp_[a-f0-9]{64}$/, label: 'Materialize app password' }],
};
