import type { Provider } from '../provider.ts';

export const fal: Provider = {
  id: 'fal',
  name: 'fal.ai',
  envVars: ['FAL_KEY', 'FAL_API_KEY', 'FAL_KEY_SECRET'],
  hosts: ['fal.ai', 'fal.run'],
  keysPage: 'https://fal.ai/dashboard/keys',
  words: ['fal'],
  shapes: [
    { pattern: /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}:[a-f0-9]{32}$/, label: 'fal.ai key' },
  ],
};
