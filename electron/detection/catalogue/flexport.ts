import type { Provider } from '../provider.ts';

export const flexport: Provider = {
  id: 'flexport',
  name: 'Flexport',
  envVars: ['FLEXPORT_API_KEY', 'FLEXPORT_TOKEN'],
  hosts: ['flexport.com'],
  keysPage: 'https://portal.flexport.com',
  shapes: [{ pattern: /^shltm_[\w-]{40}$/, label: 'Flexport token' }],
};
