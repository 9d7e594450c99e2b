import type { Provider } from './provider.ts';

export const xai: Provider = {
  id: 'xai',
  name: 'xAI',
  envVar: 'XAI_API_KEY',
  shapes: [{ pattern: /^xai-[A-Za-z0-9]{40,}$/, label: 'xAI key' }],
};
