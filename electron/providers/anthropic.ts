import type { Provider } from './provider.ts';

export const anthropic: Provider = {
  id: 'anthropic',
  name: 'Anthropic',
  envVar: 'ANTHROPIC_API_KEY',
  shapes: [
    { pattern: /^sk-ant-api\d\d-[\w-]{20,}$/, label: 'Anthropic key' },
    { pattern: /^sk-ant-admin\d\d-[\w-]{20,}$/, label: 'Anthropic admin key', envVar: 'ANTHROPIC_ADMIN_KEY' },
    { pattern: /^sk-ant-[\w-]{20,}$/, label: 'Anthropic key' },
  ],
};
