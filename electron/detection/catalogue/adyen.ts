import type { Provider } from '../provider.ts';

export const adyen: Provider = {
  id: 'adyen',
  name: 'Adyen',
  envVars: ['ADYEN_API_KEY', 'ADYEN_HMAC_KEY'],
  hosts: ['adyen.com'],
  keysPage: 'https://ca-test.adyen.com',
  shapes: [
    { pattern: /^AQE[a-z][A-Za-z0-9+/]{60,}={0,2}-[A-Za-z0-9+/]{40,}={0,2}-[^\s]{10,20}$/, label: 'Adyen API key' },
  ],
};
