import type { Provider } from '../provider.ts';

export const privateai: Provider = {
  id: 'privateai',
  name: 'Private AI',
  envVars: ['PRIVATEAI_API_KEY', 'PRIVATE_AI_API_KEY'],
  hosts: ['private-ai.com'],
  keysPage: 'https://portal.private-ai.com',
  words: ['privateai'],
  shapes: [{ pattern: /^[a-z0-9]{32}$/, label: 'Private AI API key', needsName: true }],
};
