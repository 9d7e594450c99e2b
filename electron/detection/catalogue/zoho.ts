import type { Provider } from '../provider.ts';

export const zoho: Provider = {
  id: 'zoho',
  name: 'Zoho',
  envVars: ['ZOHO_REFRESH_TOKEN', 'ZOHO_CLIENT_SECRET', 'ZOHO_ACCESS_TOKEN'],
  hosts: ['zoho.com', 'zoho.eu'],
  keysPage: 'https://api-console.zoho.com',
  shapes: [
    { pattern: /^1000\.[a-f0-9]{32}\.[a-f0-9]{32}$/, label: 'Zoho OAuth token' },
    { pattern: /^1000\.[A-Z0-9]{30}$/, label: 'Zoho client id', envVar: 'ZOHO_CLIENT_ID', isPublic: true },
  ],
};
