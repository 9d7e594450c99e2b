import type { Provider } from '../provider.ts';

export const klaviyo: Provider = {
  id: 'klaviyo',
  name: 'Klaviyo',
  envVars: ['KLAVIYO_API_KEY', 'KLAVIYO_PRIVATE_KEY', 'KLAVIYO_PRIVATE_API_KEY'],
  hosts: ['klaviyo.com'],
  keysPage: 'https://www.klaviyo.com/settings/account/api-keys',
  shapes: [
    { pattern: /^pk_[a-f0-9]{34}$/, label: 'Klaviyo private key' },
    { pattern: /^pk_[A-Za-z0-9]{6}_[a-f0-9]{34}$/, label: 'Klaviyo private key' },
  ],
};
