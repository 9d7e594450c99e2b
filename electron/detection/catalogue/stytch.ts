import type { Provider } from '../provider.ts';

export const stytch: Provider = {
  id: 'stytch',
  name: 'Stytch',
  envVars: ['STYTCH_SECRET', 'STYTCH_PROJECT_SECRET'],
  hosts: ['stytch.com'],
  keysPage: 'https://stytch.com/dashboard/api-keys',
  shapes: [
    { pattern: /^secret-(?:live|test)-[\w-]{32,}=?$/, label: 'Stytch secret' },
    {
      pattern: /^project-(?:live|test)-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/,
      label: 'Stytch project id',
      envVar: 'STYTCH_PROJECT_ID',
      isPublic: true,
    },
    {
      pattern: /^public-token-(?:live|test)-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/,
      label: 'Stytch public token',
      envVar: 'STYTCH_PUBLIC_TOKEN',
      isPublic: true,
    },
  ],
};
