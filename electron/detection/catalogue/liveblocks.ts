import type { Provider } from '../provider.ts';

export const liveblocks: Provider = {
  id: 'liveblocks',
  name: 'Liveblocks',
  envVars: ['LIVEBLOCKS_SECRET_KEY'],
  hosts: ['liveblocks.io'],
  keysPage: 'https://liveblocks.io/dashboard/apikeys',
  shapes: [
    { pattern: /^sk_(?:dev|prod)_[\w-]{40,}$/, label: 'Liveblocks secret key' },
    {
      pattern: /^pk_(?:dev|prod)_[\w-]{40,}$/,
      label: 'Liveblocks public key',
      envVar: 'LIVEBLOCKS_PUBLIC_KEY',
      isPublic: true,
    },
  ],
};
