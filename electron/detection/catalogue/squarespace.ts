import type { Provider } from '../provider.ts';

export const squarespace: Provider = {
  id: 'squarespace',
  name: 'Squarespace',
  envVars: ['SQUARESPACE_API_KEY', 'SQUARESPACE_ACCESS_TOKEN'],
  hosts: ['squarespace.com'],
  keysPage: 'https://account.squarespace.com',
  shapes: [
    {
      pattern: /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/,
      label: 'Squarespace access token',
      needsName: true,
    },
  ],
};
