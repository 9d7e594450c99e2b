import type { Provider } from '../provider.ts';

export const shippo: Provider = {
  id: 'shippo',
  name: 'Shippo',
  envVars: ['SHIPPO_API_KEY', 'SHIPPO_TOKEN', 'SHIPPO_API_TOKEN'],
  hosts: ['goshippo.com'],
  keysPage: 'https://apps.goshippo.com/settings/api',
  shapes: [{ pattern: /^shippo_(?:live|test)_[a-fA-F0-9]{40}$/, label: 'Shippo token' }],
};
