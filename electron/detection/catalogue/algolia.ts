import type { Provider } from '../provider.ts';

export const algolia: Provider = {
  id: 'algolia',
  name: 'Algolia',
  envVars: ['ALGOLIA_ADMIN_KEY', 'ALGOLIA_API_KEY', 'ALGOLIA_WRITE_API_KEY', 'ALGOLIA_ADMIN_API_KEY'],
  hosts: ['algolia.com', 'algolia.net', 'algolianet.com'],
  keysPage: 'https://dashboard.algolia.com/account/api-keys',
  publicVars: [
    'ALGOLIA_SEARCH_KEY',
    'ALGOLIA_SEARCH_API_KEY',
    'ALGOLIA_SEARCH_ONLY_KEY',
    'ALGOLIA_SEARCH_ONLY_API_KEY',
  ],
  shapes: [{ pattern: /^[a-z0-9]{32}$/, label: 'Algolia key', needsName: true }],
};
