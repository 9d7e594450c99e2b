import type { Provider } from '../provider.ts';

export const intra42: Provider = {
  id: 'intra42',
  name: '42 Intra',
  envVars: ['INTRA42_CLIENT_SECRET', 'FT_CLIENT_SECRET', 'FORTYTWO_CLIENT_SECRET', 'INTRA_CLIENT_SECRET'],
  hosts: ['intra.42.fr'],
  keysPage: 'https://profile.intra.42.fr/oauth/applications',
  words: ['intra42', 'intra'],
  shapes: [
    { pattern: /^s-s4t2(?:ud|af)-[A-Fa-f0-9]{64}$/, label: '42 Intra client secret' },
    {
      pattern: /^u-s4t2(?:ud|af)-[A-Fa-f0-9]{64}$/,
      label: '42 Intra client id',
      envVar: 'INTRA42_CLIENT_ID',
      isPublic: true,
    },
  ],
};
