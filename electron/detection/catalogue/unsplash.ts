import type { Provider } from '../provider.ts';

export const unsplash: Provider = {
  id: 'unsplash',
  name: 'Unsplash',
  envVars: ['UNSPLASH_ACCESS_KEY', 'UNSPLASH_SECRET_KEY'],
  hosts: ['unsplash.com'],
  keysPage: 'https://unsplash.com/oauth/applications',
  shapes: [{ pattern: /^[\w-]{43}$/, label: 'Unsplash key', needsName: true }],
};
