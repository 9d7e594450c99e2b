import type { Provider } from '../provider.ts';

export const linear: Provider = {
  id: 'linear',
  name: 'Linear',
  envVars: ['LINEAR_API_KEY', 'LINEAR_ACCESS_TOKEN', 'LINEAR_CLIENT_SECRET', 'LINEAR_WEBHOOK_SECRET'],
  hosts: ['linear.app'],
  keysPage: 'https://linear.app/settings/account/security',
  shapes: [
    { pattern: /^lin_api_[A-Za-z0-9]{40}$/, label: 'Linear key' },
    { pattern: /^lin_oauth_[A-Za-z0-9]{40,}$/, label: 'Linear OAuth token', envVar: 'LINEAR_ACCESS_TOKEN' },
    { pattern: /^lin_wh_[A-Za-z0-9]{30,}$/, label: 'Linear webhook secret', envVar: 'LINEAR_WEBHOOK_SECRET' },
    { pattern: /^[a-f0-9]{32}$/, label: 'Linear client secret', envVar: 'LINEAR_CLIENT_SECRET', needsName: true },
  ],
};
