import type { Provider } from '../provider.ts';

export const mem0: Provider = {
  id: 'mem0',
  name: 'Mem0',
  envVars: ['MEM0_API_KEY'],
  hosts: ['mem0.ai'],
  keysPage: 'https://app.mem0.ai/dashboard/api-keys',
  shapes: [{ pattern: /^m0-[A-Za-z0-9]{40}$/, label: 'Mem0 key' }],
};
