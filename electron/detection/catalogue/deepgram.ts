import type { Provider } from '../provider.ts';

export const deepgram: Provider = {
  id: 'deepgram',
  name: 'Deepgram',
  envVars: ['DEEPGRAM_API_KEY'],
  hosts: ['deepgram.com'],
  keysPage: 'https://console.deepgram.com',
  shapes: [{ pattern: /^[a-f0-9]{40}$/, label: 'Deepgram key', needsName: true }],
};
