import type { Provider } from '../provider.ts';

export const alchemy: Provider = {
  id: 'alchemy',
  name: 'Alchemy',
  envVars: ['ALCHEMY_API_KEY'],
  hosts: ['alchemy.com'],
  keysPage: 'https://dashboard.alchemy.com/apps',
  shapes: [
    { pattern: /^alcht_[A-Za-z0-9]{30}$/, label: 'Alchemy auth token' },
    { pattern: /^[\w-]{32}$/, label: 'Alchemy key', needsName: true },
  ],
};
