import type { Provider } from '../provider.ts';

export const convex: Provider = {
  id: 'convex',
  name: 'Convex',
  envVars: ['CONVEX_DEPLOY_KEY'],
  hosts: ['convex.dev', 'convex.cloud'],
  keysPage: 'https://dashboard.convex.dev',
  shapes: [
    { pattern: /^(?:prod|dev|preview|project):[\w-]+(?::[\w-]+)?\|[A-Za-z0-9+/=_-]{20,}$/, label: 'Convex deploy key' },
  ],
};
