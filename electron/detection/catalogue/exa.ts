import type { Provider } from '../provider.ts';

export const exa: Provider = {
  id: 'exa',
  name: 'Exa',
  envVars: ['EXA_API_KEY'],
  hosts: ['exa.ai'],
  keysPage: 'https://dashboard.exa.ai/api-keys',
  shapes: [
    { pattern: /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/, label: 'Exa key', needsName: true },
  ],
};
