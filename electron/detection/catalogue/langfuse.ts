import type { Provider } from '../provider.ts';

export const langfuse: Provider = {
  id: 'langfuse',
  name: 'Langfuse',
  envVars: ['LANGFUSE_SECRET_KEY'],
  hosts: ['langfuse.com', 'cloud.langfuse.com'],
  keysPage: 'https://cloud.langfuse.com',
  shapes: [
    { pattern: /^sk-lf-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/, label: 'Langfuse secret key' },
    {
      pattern: /^pk-lf-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/,
      label: 'Langfuse public key',
      envVar: 'LANGFUSE_PUBLIC_KEY',
      isPublic: true,
    },
  ],
};
