import type { Provider } from '../provider.ts';

export const braintree: Provider = {
  id: 'braintree',
  name: 'Braintree',
  envVars: ['BRAINTREE_PRIVATE_KEY', 'BRAINTREE_ACCESS_TOKEN'],
  hosts: ['braintreegateway.com', 'braintreepayments.com'],
  keysPage: 'https://www.braintreegateway.com',
  shapes: [
    {
      pattern: /^access_token\$(?:production|sandbox)\$[a-z0-9]{16}\$[a-f0-9]{32}$/,
      label: 'Braintree access token',
      envVar: 'BRAINTREE_ACCESS_TOKEN',
    },
    {
      pattern: /^(?:production|sandbox)_[a-z0-9]{8}_[a-z0-9]{16}$/,
      label: 'Braintree tokenization key',
      envVar: 'BRAINTREE_TOKENIZATION_KEY',
      isPublic: true,
    },
    { pattern: /^[a-f0-9]{32}$/, label: 'Braintree private key', needsName: true },
  ],
};
