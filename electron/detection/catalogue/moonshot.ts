import type { Provider } from '../provider.ts';

export const moonshot: Provider = {
  id: 'moonshot',
  name: 'Moonshot',
  envVars: ['MOONSHOT_API_KEY', 'KIMI_API_KEY'],
  hosts: ['moonshot.cn', 'moonshot.ai'],
  keysPage: 'https://platform.moonshot.ai/console/api-keys',
  words: ['kimi'],
  shapes: [
    { pattern: /^sk-(?![A-Za-z0-9]{20}T3BlbkFJ)[A-Za-z0-9]{48}$/, label: 'Moonshot key' },
    { pattern: /^sk-kimi-[A-Za-z0-9]{40,}$/, label: 'Moonshot Kimi key', envVar: 'KIMI_API_KEY' },
  ],
};
