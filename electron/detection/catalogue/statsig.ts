import type { Provider } from '../provider.ts';

export const statsig: Provider = {
  id: 'statsig',
  name: 'Statsig',
  envVars: ['STATSIG_SERVER_SECRET', 'STATSIG_SERVER_KEY', 'STATSIG_SECRET_KEY', 'STATSIG_CONSOLE_API_KEY'],
  hosts: ['statsig.com', 'statsigapi.net'],
  keysPage: 'https://console.statsig.com/api_keys',
  shapes: [
    { pattern: /^secret-[A-Za-z0-9]{40,}$/, label: 'Statsig server secret' },
    { pattern: /^console-[A-Za-z0-9]{40,}$/, label: 'Statsig console key', envVar: 'STATSIG_CONSOLE_API_KEY' },
    { pattern: /^client-[A-Za-z0-9]{40,}$/, label: 'Statsig client key', envVar: 'STATSIG_CLIENT_KEY', isPublic: true },
  ],
};
