import type { Provider } from '../provider.ts';

export const together: Provider = {
  id: 'together',
  name: 'Together AI',
  envVars: ['TOGETHER_API_KEY', 'TOGETHERAI_API_KEY', 'TOGETHER_AI_API_KEY'],
  hosts: ['together.ai', 'together.xyz'],
  keysPage: 'https://api.together.ai/settings/api-keys',
  words: ['together', 'togetherai'],
  shapes: [
    { pattern: /^tgp_v\d_[\w-]{30,}$/, label: 'Together AI key' },
    { pattern: /^[a-f0-9]{64}$/, label: 'Together AI key', needsName: true },
  ],
};
