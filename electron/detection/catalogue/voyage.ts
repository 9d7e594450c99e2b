import type { Provider } from '../provider.ts';

export const voyage: Provider = {
  id: 'voyage',
  name: 'Voyage AI',
  envVars: ['VOYAGE_API_KEY', 'VOYAGEAI_API_KEY'],
  hosts: ['voyageai.com'],
  keysPage: 'https://dashboard.voyageai.com',
  words: ['voyage', 'voyageai'],
  shapes: [
    { pattern: /^pa-[\w-]{43}$/, label: 'Voyage AI key' },
    { pattern: /^al-[\w-]{43}$/, label: 'Voyage AI key' },
  ],
};
