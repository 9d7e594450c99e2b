import type { Provider } from '../provider.ts';

export const meraki: Provider = {
  id: 'meraki',
  name: 'Cisco Meraki',
  envVars: ['MERAKI_DASHBOARD_API_KEY', 'MERAKI_API_KEY'],
  hosts: ['meraki.com'],
  keysPage: 'https://dashboard.meraki.com',
  words: ['meraki', 'cisco'],
  shapes: [{ pattern: /^[a-f0-9]{40}$/, label: 'Cisco Meraki API key', needsName: true }],
};
