import type { Provider } from '../provider.ts';

export const helicone: Provider = {
  id: 'helicone',
  name: 'Helicone',
  envVars: ['HELICONE_API_KEY'],
  hosts: ['helicone.ai'],
  keysPage: 'https://us.helicone.ai/settings/api-keys',
  shapes: [{ pattern: /^(?:pk|sk)-helicone-(?:eu-)?[a-z0-9-]{20,}$/, label: 'Helicone key' }],
};
