import type { Provider } from './provider.ts';

export const stripe: Provider = {
  id: 'stripe',
  name: 'Stripe',
  envVar: 'STRIPE_SECRET_KEY',
  shapes: [
    { pattern: /^sk_live_\w{20,}$/, label: 'Stripe live secret key' },
    { pattern: /^sk_test_\w{20,}$/, label: 'Stripe test secret key' },
    { pattern: /^rk_(?:live|test)_\w{20,}$/, label: 'Stripe restricted key' },
    { pattern: /^whsec_[\w+/=]{20,}$/, label: 'Stripe webhook secret', envVar: 'STRIPE_WEBHOOK_SECRET' },
  ],
};
