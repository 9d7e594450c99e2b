import type { Provider } from '../provider.ts';

export const nightfall: Provider = {
  id: 'nightfall',
  name: 'Nightfall',
  envVars: ['NIGHTFALL_API_KEY'],
  hosts: ['nightfall.ai'],
  keysPage: 'https://app.nightfall.ai/developer-platform',
  shapes: [{ pattern: /^NF-[A-Za-z0-9]{32}$/, label: 'Nightfall key' }],
};
