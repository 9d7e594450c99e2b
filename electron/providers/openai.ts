import type { Provider } from './provider.ts';

export const openai: Provider = {
  id: 'openai',
  name: 'OpenAI',
  envVar: 'OPENAI_API_KEY',
  shapes: [
    { pattern: /^sk-proj-[\w-]{20,}$/, label: 'OpenAI project key' },
    { pattern: /^sk-svcacct-[\w-]{20,}$/, label: 'OpenAI service account key' },
    { pattern: /^sk-admin-[\w-]{20,}$/, label: 'OpenAI admin key', envVar: 'OPENAI_ADMIN_KEY' },
    { pattern: /^sk-[A-Za-z0-9]{32,}$/, label: 'OpenAI key' },
  ],
};
