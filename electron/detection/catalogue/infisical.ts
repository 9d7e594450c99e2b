import type { Provider } from '../provider.ts';

export const infisical: Provider = {
  id: 'infisical',
  name: 'Infisical',
  envVars: ['INFISICAL_TOKEN', 'INFISICAL_CLIENT_SECRET', 'INFISICAL_UNIVERSAL_AUTH_CLIENT_SECRET'],
  hosts: ['infisical.com'],
  keysPage: 'https://app.infisical.com',
  shapes: [
    { pattern: /^st\.[a-f0-9-]{24,36}\.[a-f0-9]{32,}\.[a-f0-9]{32}$/, label: 'Infisical service token' },
    { pattern: /^[a-f0-9]{64}$/, label: 'Infisical client secret', envVar: 'INFISICAL_CLIENT_SECRET', needsName: true },
  ],
};
