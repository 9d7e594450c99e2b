import type { Provider } from '../provider.ts';

export const checkly: Provider = {
  id: 'checkly',
  name: 'Checkly',
  envVars: ['CHECKLY_API_KEY'],
  hosts: ['checklyhq.com'],
  keysPage: 'https://app.checklyhq.com/settings/user/api-keys',
  shapes: [{ pattern: /^c[us]_[a-f0-9]{32}$/, label: 'Checkly key' }],
};
