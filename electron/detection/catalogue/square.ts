import type { Provider } from '../provider.ts';

export const square: Provider = {
  id: 'square',
  name: 'Square',
  envVars: ['SQUARE_ACCESS_TOKEN', 'SQUARE_APPLICATION_SECRET', 'SQUARE_TOKEN'],
  hosts: ['squareup.com', 'squareupsandbox.com'],
  keysPage: 'https://developer.squareup.com/apps',
  shapes: [
    { pattern: /^EAAA[\w+=-]{22,60}$/, label: 'Square access token' },
    { pattern: /^sq0atp-[\w-]{22,60}$/, label: 'Square access token' },
    {
      pattern: /^(?:sandbox-)?sq0c[a-z]{2}-[\w-]{40,50}$/,
      label: 'Square application secret',
      envVar: 'SQUARE_APPLICATION_SECRET',
    },
    {
      pattern: /^(?:sandbox-)?sq0i[a-z]{2}-[\w-]{22,43}$/,
      label: 'Square application id',
      envVar: 'SQUARE_APPLICATION_ID',
      isPublic: true,
    },
  ],
};
