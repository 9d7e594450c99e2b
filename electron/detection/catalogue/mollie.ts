import type { Provider } from '../provider.ts';

export const mollie: Provider = {
  id: 'mollie',
  name: 'Mollie',
  envVars: ['MOLLIE_API_KEY'],
  hosts: ['mollie.com'],
  keysPage: 'https://my.mollie.com/dashboard/developers/api-keys',
  shapes: [
    { pattern: /^(?:live|test)_[A-Za-z0-9]{30}$/, label: 'Mollie API key' },
    { pattern: /^access_[A-Za-z0-9]{40,}$/, label: 'Mollie access token', envVar: 'MOLLIE_ACCESS_TOKEN' },
  ],
};
