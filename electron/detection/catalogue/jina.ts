import type { Provider } from '../provider.ts';

export const jina: Provider = {
  id: 'jina',
  name: 'Jina AI',
  envVars: ['JINA_API_KEY', 'JINA_AUTH_TOKEN'],
  hosts: ['jina.ai'],
  keysPage: 'https://jina.ai/api-dashboard/key-manager',
  words: ['jina'],
  shapes: [{ pattern: /^jina_[\w-]{40,}$/, label: 'Jina AI key' }],
};
