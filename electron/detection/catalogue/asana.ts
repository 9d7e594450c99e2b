import type { Provider } from '../provider.ts';

export const asana: Provider = {
  id: 'asana',
  name: 'Asana',
  envVars: ['ASANA_ACCESS_TOKEN', 'ASANA_TOKEN', 'ASANA_API_KEY', 'ASANA_CLIENT_SECRET'],
  hosts: ['asana.com'],
  keysPage: 'https://app.asana.com/0/my-apps',
  shapes: [
    { pattern: /^\d\/\d{16,}(?:\/\d{16,})?:[A-Za-z0-9]{32,}$/, label: 'Asana personal access token' },
    { pattern: /^[a-z0-9]{32}$/, label: 'Asana client secret', envVar: 'ASANA_CLIENT_SECRET', needsName: true },
  ],
};
