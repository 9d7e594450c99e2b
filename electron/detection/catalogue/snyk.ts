import type { Provider } from '../provider.ts';

export const snyk: Provider = {
  id: 'snyk',
  name: 'Snyk',
  envVars: ['SNYK_TOKEN', 'SNYK_API_KEY', 'SNYK_API_TOKEN', 'SNYK_OAUTH_TOKEN'],
  hosts: ['snyk.io'],
  keysPage: 'https://app.snyk.io/account',
  shapes: [
    { pattern: /^snyk_uat\.[a-z0-9]{8}\.[\w.-]{20,}$/, label: 'Snyk token' },
    { pattern: /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/, label: 'Snyk token', needsName: true },
  ],
};
