import type { Provider } from '../provider.ts';

export const guardian: Provider = {
  id: 'guardian',
  name: 'The Guardian',
  envVars: ['GUARDIAN_API_KEY'],
  hosts: ['guardianapis.com'],
  keysPage: 'https://open-platform.theguardian.com/access/',
  words: ['guardian'],
  shapes: [
    {
      pattern: /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/,
      label: 'The Guardian key',
      needsName: true,
    },
  ],
};
