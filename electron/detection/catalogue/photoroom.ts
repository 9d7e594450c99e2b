import type { Provider } from '../provider.ts';

export const photoroom: Provider = {
  id: 'photoroom',
  name: 'Photoroom',
  envVars: ['PHOTOROOM_API_KEY'],
  hosts: ['photoroom.com'],
  keysPage: 'https://app.photoroom.com/api-dashboard',
  shapes: [{ pattern: /^(?:sandbox_)?sk_pr_[A-Za-z0-9]{1,64}_[A-Fa-f0-9]{40}$/, label: 'Photoroom key' }],
};
