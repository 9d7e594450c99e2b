import type { Provider } from '../provider.ts';

export const xai: Provider = {
  id: 'xai',
  name: 'xAI',
  envVars: ['XAI_API_KEY', 'GROK_API_KEY', 'XAI_MANAGEMENT_KEY'],
  hosts: ['x.ai', 'grok.com'],
  keysPage: 'https://console.x.ai',
  words: ['grok'],
  shapes: [
    { pattern: /^xai-(?!token-)[\w-]{40,}$/, label: 'xAI key' },
    { pattern: /^xai-token-[\w-]{40,}$/, label: 'xAI management key', envVar: 'XAI_MANAGEMENT_KEY' },
  ],
};
