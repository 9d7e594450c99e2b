import type { Provider } from '../provider.ts';

export const rootly: Provider = {
  id: 'rootly',
  name: 'Rootly',
  envVars: ['ROOTLY_API_TOKEN', 'ROOTLY_API_KEY'],
  hosts: ['rootly.com'],
  keysPage: 'https://rootly.com/account',
  shapes: [{ pattern: /^rootly_[a-f0-9]{64}$/, label: 'Rootly API token' }],
};
