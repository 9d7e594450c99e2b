import type { Provider } from '../provider.ts';

export const etsy: Provider = {
  id: 'etsy',
  name: 'Etsy',
  envVars: ['ETSY_API_KEY', 'ETSY_KEYSTRING', 'ETSY_ACCESS_TOKEN', 'ETSY_SHARED_SECRET'],
  hosts: ['etsy.com'],
  keysPage: 'https://www.etsy.com/developers/your-apps',
  shapes: [{ pattern: /^[a-z0-9]{24}$/, label: 'Etsy API key', needsName: true }],
};
