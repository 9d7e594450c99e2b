import type { Provider } from '../provider.ts';

export const openai: Provider = {
  id: 'openai',
  name: 'OpenAI',
  envVars: ['OPENAI_API_KEY', 'OPENAI_ADMIN_KEY', 'OPENAI_KEY', 'OPENAI_WEBHOOK_SECRET'],
  hosts: ['openai.com', 'chatgpt.com'],
  keysPage: 'https://platform.openai.com/api-keys',
  words: ['chatgpt', 'gpt'],
  shapes: [
    { pattern: /^sk-proj-[\w-]{20,}$/, label: 'OpenAI project key' },
    { pattern: /^sk-svcacct-[\w-]{20,}$/, label: 'OpenAI service account key' },
    { pattern: /^sk-admin-[\w-]{20,}$/, label: 'OpenAI admin key', envVar: 'OPENAI_ADMIN_KEY' },
    { pattern: /^sk-None-[\w-]{20,}$/, label: 'OpenAI key' },
    { pattern: /^sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}$/, label: 'OpenAI key' },
    { pattern: /^sk-(?![A-Za-z0-9]{20}T3BlbkFJ|[a-f0-9]{32}$)[A-Za-z0-9]{32,}$/, label: 'OpenAI key' },
    { pattern: /^sess-[A-Za-z0-9]{40}$/, label: 'OpenAI session key' },
    {
      pattern: /^whsec_[\w+/=]{20,}$/,
      label: 'OpenAI webhook secret',
      envVar: 'OPENAI_WEBHOOK_SECRET',
      needsName: true,
    },
  ],
};
