import type { Provider } from '../provider.ts';

export const wandb: Provider = {
  id: 'wandb',
  name: 'Weights & Biases',
  envVars: ['WANDB_API_KEY'],
  hosts: ['wandb.ai'],
  keysPage: 'https://wandb.ai/authorize',
  words: ['wandb'],
  shapes: [
    { pattern: /^wandb_v\d_[\w-]{40,}$/, label: 'Weights & Biases key' },
    { pattern: /^[a-f0-9]{40}$/, label: 'Weights & Biases key', needsName: true },
  ],
};
