import type { Provider } from '../provider.ts';

export const brave: Provider = {
  id: 'brave',
  name: 'Brave Search',
  envVars: ['BRAVE_API_KEY', 'BRAVE_SEARCH_API_KEY'],
  hosts: ['search.brave.com', 'api-dashboard.search.brave.com'],
  keysPage: 'https://api-dashboard.search.brave.com/app/keys',
  words: ['brave'],
  shapes: [{ pattern: /^BSA[\w-]{24,29}$/, label: 'Brave Search key' }],
};
