import type { Provider } from '../provider.ts';

export const cohere: Provider = {
  id: 'cohere',
  name: 'Cohere',
  envVars: ['COHERE_API_KEY', 'CO_API_KEY'],
  hosts: ['cohere.com', 'cohere.ai'],
  keysPage: 'https://dashboard.cohere.com/api-keys',
  shapes: [{ pattern: /^[A-Za-z0-9]{40}$/, label: 'Cohere key', needsName: true }],
};
