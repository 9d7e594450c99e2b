import type { Provider } from '../provider.ts';

export const intercom: Provider = {
  id: 'intercom',
  name: 'Intercom',
  envVars: ['INTERCOM_ACCESS_TOKEN', 'INTERCOM_API_KEY', 'INTERCOM_TOKEN', 'INTERCOM_CLIENT_SECRET'],
  hosts: ['intercom.io', 'intercom.com'],
  keysPage: 'https://app.intercom.com/a/developer-signup',
  shapes: [
    { pattern: /^dG9r[A-Za-z0-9+/]{40,80}={0,2}$/, label: 'Intercom access token' },
    { pattern: /^[A-Za-z0-9=_-]{60}$/, label: 'Intercom access token', needsName: true },
  ],
};
