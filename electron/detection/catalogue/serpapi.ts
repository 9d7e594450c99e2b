import type { Provider } from '../provider.ts';

export const serpapi: Provider = {
  id: 'serpapi',
  name: 'SerpApi',
  envVars: ['SERPAPI_API_KEY', 'SERPAPI_KEY', 'SERP_API_KEY'],
  hosts: ['serpapi.com'],
  keysPage: 'https://serpapi.com/manage-api-key',
  shapes: [{ pattern: /^[a-f0-9]{64}$/, label: 'SerpApi key', needsName: true }],
};
