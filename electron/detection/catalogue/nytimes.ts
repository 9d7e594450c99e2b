import type { Provider } from '../provider.ts';

export const nytimes: Provider = {
  id: 'nytimes',
  name: 'New York Times',
  envVars: ['NYT_API_KEY', 'NYTIMES_API_KEY', 'NYT_SECRET'],
  hosts: ['nytimes.com'],
  keysPage: 'https://developer.nytimes.com/my-apps',
  words: ['nytimes', 'nyt'],
  shapes: [{ pattern: /^[A-Za-z0-9=_-]{32}$/, label: 'New York Times API key', needsName: true }],
};
