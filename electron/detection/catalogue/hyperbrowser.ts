import type { Provider } from '../provider.ts';

export const hyperbrowser: Provider = {
  id: 'hyperbrowser',
  name: 'Hyperbrowser',
  envVars: ['HYPERBROWSER_API_KEY'],
  hosts: ['hyperbrowser.ai'],
  keysPage: 'https://app.hyperbrowser.ai/settings',
  shapes: [{ pattern: /^hb_[a-f0-9]{28,32}$/, label: 'Hyperbrowser key' }],
};
