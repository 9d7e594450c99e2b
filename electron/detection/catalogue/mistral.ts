import type { Provider } from '../provider.ts';

export const mistral: Provider = {
  id: 'mistral',
  name: 'Mistral',
  envVars: ['MISTRAL_API_KEY', 'CODESTRAL_API_KEY', 'MISTRAL_ADMIN_KEY'],
  hosts: ['mistral.ai'],
  keysPage: 'https://console.mistral.ai/api-keys',
  words: ['codestral'],
  shapes: [{ pattern: /^[A-Za-z0-9]{32}$/, label: 'Mistral key', needsName: true }],
};
