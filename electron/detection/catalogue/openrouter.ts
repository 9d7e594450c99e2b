import type { Provider } from '../provider.ts';

export const openrouter: Provider = {
  id: 'openrouter',
  name: 'OpenRouter',
  envVars: ['OPENROUTER_API_KEY', 'OPENROUTER_PROVISIONING_KEY', 'OPENROUTER_MANAGEMENT_KEY'],
  hosts: ['openrouter.ai'],
  keysPage: 'https://openrouter.ai/settings/keys',
  shapes: [{ pattern: /^sk-or-v\d+-[\w-]{20,}$/, label: 'OpenRouter key' }],
};
