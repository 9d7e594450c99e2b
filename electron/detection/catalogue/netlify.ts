import type { Provider } from '../provider.ts';

export const netlify: Provider = {
  id: 'netlify',
  name: 'Netlify',
  envVars: ['NETLIFY_AUTH_TOKEN', 'NETLIFY_ACCESS_TOKEN', 'NETLIFY_TOKEN', 'NETLIFY_API_TOKEN'],
  hosts: ['netlify.com', 'netlify.app'],
  keysPage: 'https://app.netlify.com/user/applications#personal-access-tokens',
  shapes: [
    { pattern: /^nf[pcoub]_[A-Za-z0-9_]{36,}$/, label: 'Netlify access token' },
    { pattern: /^[\w=-]{40,46}$/, label: 'Netlify access token', needsName: true },
  ],
};
