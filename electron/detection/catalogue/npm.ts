import type { Provider } from '../provider.ts';

export const npm: Provider = {
  id: 'npm',
  name: 'npm',
  envVars: ['NPM_TOKEN', 'NODE_AUTH_TOKEN', 'NPM_AUTH_TOKEN'],
  hosts: ['npmjs.com', 'npmjs.org', 'registry.npmjs.org'],
  keysPage: 'https://www.npmjs.com/settings/~/tokens',
  words: ['npmjs', 'npmrc'],
  shapes: [
    { pattern: /^npm_[A-Za-z0-9]{36,}$/, label: 'npm token' },
    {
      pattern: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
      label: 'npm legacy token',
      needsName: true,
    },
  ],
};
