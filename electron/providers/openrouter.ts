import type { Provider } from './provider.ts';

export const openrouter: Provider = {
  id: 'openrouter',
  name: 'OpenRouter',
  envVar: 'OPENROUTER_API_KEY',
  shapes: [{ pattern: /^sk-or-v\d+-[\w-]{20,}$/, label: 'OpenRouter key' }],
};
