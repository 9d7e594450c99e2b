import type { Provider } from '../provider.ts';

export const salad: Provider = {
  id: 'salad',
  name: 'SaladCloud',
  envVars: ['SALAD_API_KEY'],
  hosts: ['salad.com'],
  keysPage: 'https://portal.salad.com',
  words: ['salad'],
  shapes: [{ pattern: /^salad_cloud_[A-Za-z0-9]{1,16}_[A-Za-z0-9]{7,235}$/, label: 'SaladCloud key' }],
};
