import type { Provider } from '../provider.ts';

export const sendbird: Provider = {
  id: 'sendbird',
  name: 'Sendbird',
  envVars: ['SENDBIRD_API_TOKEN', 'SENDBIRD_ACCESS_TOKEN'],
  hosts: ['sendbird.com'],
  keysPage: 'https://dashboard.sendbird.com',
  shapes: [{ pattern: /^[a-f0-9]{40}$/, label: 'Sendbird API token', needsName: true }],
};
