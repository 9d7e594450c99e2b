import type { Provider } from '../provider.ts';

export const nebius: Provider = {
  id: 'nebius',
  name: 'Nebius',
  envVars: ['NEBIUS_API_KEY'],
  hosts: ['nebius.com', 'nebius.ai'],
  keysPage: 'https://studio.nebius.com/settings/api-keys',
  shapes: [
    { pattern: /^v1\.[\w-]{100,}\.[\w-]{40,}$/, label: 'Nebius key', needsName: true },
    { pattern: /^eyJ[\w-]{20,}\.eyJ[\w-]{60,}\.[\w-]{43}$/, label: 'Nebius key', needsName: true },
  ],
};
