import type { Provider } from '../provider.ts';

export const sambanova: Provider = {
  id: 'sambanova',
  name: 'SambaNova',
  envVars: ['SAMBANOVA_API_KEY'],
  hosts: ['sambanova.ai'],
  keysPage: 'https://cloud.sambanova.ai/apis',
  shapes: [
    {
      pattern: /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/,
      label: 'SambaNova key',
      needsName: true,
    },
  ],
};
