import type { Provider } from '../provider.ts';

export const scaleway: Provider = {
  id: 'scaleway',
  name: 'Scaleway',
  envVars: ['SCW_SECRET_KEY', 'SCALEWAY_SECRET_KEY', 'SCW_ACCESS_KEY', 'SCALEWAY_API_KEY'],
  hosts: ['scaleway.com', 'scw.cloud'],
  keysPage: 'https://console.scaleway.com/iam/api-keys',
  words: ['scw'],
  shapes: [
    { pattern: /^SCW[A-Z0-9]{17}$/, label: 'Scaleway access key', envVar: 'SCW_ACCESS_KEY' },
    {
      pattern: /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/,
      label: 'Scaleway secret key',
      needsName: true,
    },
  ],
};
