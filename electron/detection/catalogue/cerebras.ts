import type { Provider } from '../provider.ts';

export const cerebras: Provider = {
  id: 'cerebras',
  name: 'Cerebras',
  envVars: ['CEREBRAS_API_KEY'],
  hosts: ['cerebras.ai'],
  keysPage: 'https://cloud.cerebras.ai',
  shapes: [{ pattern: /^csk-[a-z0-9]{40,}$/, label: 'Cerebras key' }],
};
