import type { Provider } from '../provider.ts';

export const replicate: Provider = {
  id: 'replicate',
  name: 'Replicate',
  envVars: ['REPLICATE_API_TOKEN', 'REPLICATE_API_KEY'],
  hosts: ['replicate.com'],
  keysPage: 'https://replicate.com/account/api-tokens',
  shapes: [{ pattern: /^r8_[\w-]{30,}$/, label: 'Replicate token' }],
};
