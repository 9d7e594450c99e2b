import type { Provider } from '../provider.ts';

export const anyscale: Provider = {
  id: 'anyscale',
  name: 'Anyscale',
  envVars: ['ANYSCALE_API_KEY'],
  hosts: ['anyscale.com'],
  keysPage: 'https://console.anyscale.com',
  shapes: [
    { pattern: /^esecret_[A-Za-z0-9]{20,}$/, label: 'Anyscale key' },
    { pattern: /^aph0_[\w-]{20,}$/, label: 'Anyscale key' },
  ],
};
