import type { Provider } from '../provider.ts';

export const tailscale: Provider = {
  id: 'tailscale',
  name: 'Tailscale',
  envVars: [
    'TS_AUTHKEY',
    'TAILSCALE_AUTHKEY',
    'TAILSCALE_API_KEY',
    'TS_AUTH_KEY',
    'TAILSCALE_AUTH_KEY',
    'TS_API_KEY',
    'TS_OAUTH_SECRET',
  ],
  hosts: ['tailscale.com'],
  keysPage: 'https://login.tailscale.com/admin/settings/keys',
  words: ['ts'],
  shapes: [
    { pattern: /^tskey-auth-\w{6,}-\w{10,}$/, label: 'Tailscale auth key' },
    { pattern: /^tskey-api-\w{6,}-\w{10,}$/, label: 'Tailscale API key', envVar: 'TAILSCALE_API_KEY' },
    { pattern: /^tskey-client-\w{6,}-\w{10,}$/, label: 'Tailscale OAuth client secret', envVar: 'TS_OAUTH_SECRET' },
    { pattern: /^tskey-(?:[a-z]+-)?\w{6,}-\w{10,}$/, label: 'Tailscale key' },
  ],
};
