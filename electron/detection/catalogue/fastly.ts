import type { Provider } from '../provider.ts';

export const fastly: Provider = {
  id: 'fastly',
  name: 'Fastly',
  envVars: ['FASTLY_API_TOKEN', 'FASTLY_API_KEY', 'FASTLY_KEY'],
  hosts: ['fastly.com'],
  keysPage: 'https://manage.fastly.com/account/personal/tokens',
  shapes: [{ pattern: /^[\w=-]{32}$/, label: 'Fastly API token', needsName: true }],
};
