import type { Provider } from '../provider.ts';

export const paystack: Provider = {
  id: 'paystack',
  name: 'Paystack',
  envVars: ['PAYSTACK_SECRET_KEY', 'PAYSTACK_SECRET'],
  hosts: ['paystack.co', 'paystack.com'],
  keysPage: 'https://dashboard.paystack.com/#/settings/developers',
  shapes: [
    { pattern: /^sk_live_[a-f0-9]{40}$/, label: 'Paystack live secret key' },
    { pattern: /^sk_test_[a-f0-9]{40}$/, label: 'Paystack test secret key' },
    {
      pattern: /^pk_(?:live|test)_[a-f0-9]{40}$/,
      label: 'Paystack public key',
      envVar: 'PAYSTACK_PUBLIC_KEY',
      isPublic: true,
    },
  ],
};
