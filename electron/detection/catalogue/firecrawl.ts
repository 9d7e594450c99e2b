import type { Provider } from '../provider.ts';

export const firecrawl: Provider = {
  id: 'firecrawl',
  name: 'Firecrawl',
  envVars: ['FIRECRAWL_API_KEY'],
  hosts: ['firecrawl.dev'],
  keysPage: 'https://www.firecrawl.dev/app/api-keys',
  shapes: [{ pattern: /^fc-[a-f0-9]{32}$/, label: 'Firecrawl key' }],
};
