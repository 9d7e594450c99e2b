import type { Provider } from '../provider.ts';

export const deepseek: Provider = {
  id: 'deepseek',
  name: 'DeepSeek',
  envVars: ['DEEPSEEK_API_KEY'],
  hosts: ['deepseek.com'],
  keysPage: 'https://platform.deepseek.com/api_keys',
  shapes: [{ pattern: /^sk-[a-f0-9]{32}$/, label: 'DeepSeek key' }],
};
