import type { Provider } from '../provider.ts';

export const flyio: Provider = {
  id: 'flyio',
  name: 'Fly.io',
  envVars: ['FLY_API_TOKEN', 'FLY_ACCESS_TOKEN'],
  hosts: ['fly.io', 'fly.dev'],
  keysPage: 'https://fly.io/user/personal_access_tokens',
  words: ['fly'],
  shapes: [
    { pattern: /^fo1_[\w-]{40,}$/, label: 'Fly.io access token' },
    {
      pattern: /^(?:FlyV1 )?fm(?:1[ar]|2)_[\w+/-]{60,}={0,3}(?:,fm(?:1[ar]|2)_[\w+/-]{20,}={0,3}){0,8}$/,
      label: 'Fly.io token',
    },
  ],
};
