import type { Provider } from '../provider.ts';

export const promptlayer: Provider = {
  id: 'promptlayer',
  name: 'PromptLayer',
  envVars: ['PROMPTLAYER_API_KEY'],
  hosts: ['promptlayer.com'],
  keysPage: 'https://dashboard.promptlayer.com',
  shapes: [{ pattern: /^pl_[a-f0-9]{32}$/, label: 'PromptLayer key' }],
};
