import type { Provider } from '../provider.ts';

export const looker: Provider = {
  id: 'looker',
  name: 'Looker',
  envVars: ['LOOKERSDK_CLIENT_SECRET', 'LOOKER_CLIENT_SECRET'],
  hosts: ['looker.com'],
  keysPage: 'https://cloud.google.com/looker',
  words: ['lookersdk'],
  shapes: [
    { pattern: /^[a-z0-9]{24}$/, label: 'Looker client secret', needsName: true },
    { pattern: /^[a-z0-9]{20}$/, label: 'Looker client id', envVar: 'LOOKERSDK_CLIENT_ID', needsName: true },
  ],
};
