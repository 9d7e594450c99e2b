import type { Provider } from '../provider.ts';

export const bitbucket: Provider = {
  id: 'bitbucket',
  name: 'Bitbucket',
  envVars: ['BITBUCKET_TOKEN', 'BITBUCKET_APP_PASSWORD', 'BITBUCKET_ACCESS_TOKEN', 'BITBUCKET_CLIENT_SECRET'],
  hosts: ['bitbucket.org'],
  keysPage: 'https://bitbucket.org/account/settings/app-passwords/',
  shapes: [
    { pattern: /^ATBB[A-Za-z0-9_=.-]{28,}$/, label: 'Bitbucket app password', envVar: 'BITBUCKET_APP_PASSWORD' },
    { pattern: /^BBDC-[A-Za-z0-9+/@_-]{40,50}$/, label: 'Bitbucket Data Center token' },
    {
      pattern: /^[A-Za-z0-9=_-]{64}$/,
      label: 'Bitbucket client secret',
      envVar: 'BITBUCKET_CLIENT_SECRET',
      needsName: true,
    },
  ],
};
