import type { Provider } from '../provider.ts';

export const auth0: Provider = {
  id: 'auth0',
  name: 'Auth0',
  envVars: ['AUTH0_CLIENT_SECRET', 'AUTH0_SECRET', 'AUTH0_MANAGEMENT_API_TOKEN'],
  hosts: ['auth0.com'],
  keysPage: 'https://manage.auth0.com',
  shapes: [{ pattern: /^[\w-]{64,}$/, label: 'Auth0 client secret', needsName: true }],
};
