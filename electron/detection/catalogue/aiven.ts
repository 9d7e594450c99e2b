import type { Provider } from '../provider.ts';

export const aiven: Provider = {
  id: 'aiven',
  name: 'Aiven',
  envVars: ['AIVEN_TOKEN', 'AIVEN_API_TOKEN', 'AIVEN_PASSWORD'],
  hosts: ['aiven.io', 'aivencloud.com'],
  keysPage: 'https://console.aiven.io/profile/tokens',
  shapes: [
    { pattern: /^AVNS_[\w-]{16,}$/, label: 'Aiven service password', envVar: 'AIVEN_PASSWORD' },
    { pattern: /^aivenv1[A-Za-z0-9+/=]{30,}$/, label: 'Aiven token' },
    { pattern: /^[A-Za-z0-9/+=]{372}$/, label: 'Aiven token', needsName: true },
  ],
};
