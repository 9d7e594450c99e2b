import type { Provider } from '../provider.ts';

export const linkedin: Provider = {
  id: 'linkedin',
  name: 'LinkedIn',
  envVars: ['LINKEDIN_CLIENT_SECRET', 'LINKEDIN_ACCESS_TOKEN'],
  hosts: ['linkedin.com'],
  keysPage: 'https://www.linkedin.com/developers/apps',
  shapes: [
    { pattern: /^WPL_AP\d\.[\w+/=.]{16,}$/, label: 'LinkedIn client secret' },
    { pattern: /^[A-Za-z0-9]{16}$/, label: 'LinkedIn client secret', needsName: true },
  ],
};
