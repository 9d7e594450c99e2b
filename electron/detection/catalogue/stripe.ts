import type { Provider } from '../provider.ts';

export const stripe: Provider = {
  id: 'stripe',
  name: 'Stripe',
  envVars: [
    'STRIPE_SECRET_KEY',
    'STRIPE_API_KEY',
    'STRIPE_WEBHOOK_SECRET',
    'STRIPE_RESTRICTED_KEY',
    'STRIPE_SECRET',
    'STRIPE_SK',
  ],
  hosts: ['stripe.com'],
  keysPage: 'https://dashboard.stripe.com/apikeys',
  shapes: [
    { pattern: /^sk_live_\w{10,}$/, label: 'Stripe live secret key' },
    { pattern: /^sk_test_(?!\d{1,2}x\d_)\w{10,}$/, label: 'Stripe test secret key' },
    { pattern: /^sk_prod_[A-Za-z0-9]{10,}$/, label: 'Stripe secret key' },
    { pattern: /^rk_(?:live|test|prod)_\w{10,}$/, label: 'Stripe restricted key', envVar: 'STRIPE_RESTRICTED_KEY' },
    { pattern: /^sk_org_(?:live|test)?_?\w{20,}$/, label: 'Stripe organization key' },
    { pattern: /^whsec_[\w+/=]{20,}$/, label: 'Stripe webhook secret', envVar: 'STRIPE_WEBHOOK_SECRET' },
    {
      pattern: /^pi_[A-Za-z0-9]{24,}_secret_[A-Za-z0-9]{20,}$/,
      label: 'Stripe payment intent client secret',
      envVar: 'STRIPE_CLIENT_SECRET',
    },
    {
      pattern: /^pk_(?:live|test)_\w{10,}$/,
      label: 'Stripe publishable key',
      envVar: 'STRIPE_PUBLISHABLE_KEY',
      isPublic: true,
    },
    {
      pattern: /^(?:acct|price|prod|cus|sub|ca|whd|pm)_[A-Za-z0-9]{14,24}$/,
      label: 'Stripe id',
      envVar: 'STRIPE_ACCOUNT_ID',
      isPublic: true,
    },
  ],
};
