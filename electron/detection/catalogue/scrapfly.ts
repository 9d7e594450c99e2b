import type { Provider } from '../provider.ts';

export const scrapfly: Provider = {
  id: 'scrapfly',
  name: 'Scrapfly',
  envVars: ['SCRAPFLY_API_KEY', 'SCRAPFLY_KEY'],
  hosts: ['scrapfly.io'],
  keysPage: 'https://scrapfly.io/dashboard',
  shapes: [{ pattern: /^scp-(?:live|test)-[a-z0-9]{32}$/, label: 'Scrapfly key' }],
};
