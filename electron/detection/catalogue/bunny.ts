import type { Provider } from '../provider.ts';

export const bunny: Provider = {
  id: 'bunny',
  name: 'Bunny',
  envVars: ['BUNNY_API_KEY', 'BUNNYNET_API_KEY', 'BUNNY_STORAGE_PASSWORD'],
  hosts: ['bunny.net', 'bunnycdn.com'],
  keysPage: 'https://dash.bunny.net/account/api-key',
  words: ['bunnynet', 'bunnycdn'],
  shapes: [
    {
      pattern:
        /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/,
      label: 'Bunny key',
    },
  ],
};
