import type { Provider } from '../provider.ts';

export const parallel: Provider = {
  id: 'parallel',
  name: 'Parallel',
  envVars: ['PARALLEL_API_KEY'],
  hosts: ['parallel.ai'],
  keysPage: 'https://platform.parallel.ai',
  shapes: [{ pattern: /^[\w-]{40}$/, label: 'Parallel key', needsName: true }],
};
