import type { Provider } from '../provider.ts';

export const definedNetworking: Provider = {
  id: 'defined-networking',
  name: 'Defined Networking',
  envVars: ['DEFINED_NET_API_TOKEN', 'DEFINED_NETWORKING_API_TOKEN', 'DNKEY'],
  hosts: ['defined.net'],
  keysPage: 'https://admin.defined.net/settings/api-keys',
  words: ['dnkey', 'definednet'],
  shapes: [{ pattern: /^dnkey-[A-Za-z0-9=_-]{26}-[A-Za-z0-9=_-]{52}$/, label: 'Defined Networking API token' }],
};
