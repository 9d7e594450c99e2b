import type { Provider } from '../provider.ts';

export const rollbar: Provider = {
  id: 'rollbar',
  name: 'Rollbar',
  envVars: ['ROLLBAR_ACCESS_TOKEN', 'ROLLBAR_SERVER_TOKEN', 'ROLLBAR_TOKEN'],
  hosts: ['rollbar.com'],
  keysPage: 'https://app.rollbar.com',
  shapes: [{ pattern: /^[a-f0-9]{32}$/, label: 'Rollbar access token', needsName: true }],
};
