import type { Provider } from '../provider.ts';

export const okta: Provider = {
  id: 'okta',
  name: 'Okta',
  envVars: ['OKTA_API_TOKEN', 'OKTA_TOKEN', 'OKTA_CLIENT_SECRET', 'OKTA_CLIENT_TOKEN', 'OKTA_OAUTH2_CLIENT_SECRET'],
  hosts: ['okta.com', 'oktapreview.com', 'okta-emea.com'],
  keysPage: 'https://login.okta.com',
  shapes: [
    { pattern: /^00[\w=-]{40}$/, label: 'Okta API token' },
    { pattern: /^[\w-]{64}$/, label: 'Okta client secret', envVar: 'OKTA_CLIENT_SECRET', needsName: true },
  ],
};
