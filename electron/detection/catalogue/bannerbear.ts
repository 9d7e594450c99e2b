import type { Provider } from '../provider.ts';

export const bannerbear: Provider = {
  id: 'bannerbear',
  name: 'Bannerbear',
  envVars: ['BANNERBEAR_API_KEY'],
  hosts: ['bannerbear.com'],
  keysPage: 'https://app.bannerbear.com/account/settings',
  shapes: [{ pattern: /^bb_(?:pr|ma)_[a-f0-9]{30}$/, label: 'Bannerbear key' }],
};
