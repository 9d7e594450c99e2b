import type { Provider } from '../provider.ts';

export const paypal: Provider = {
  id: 'paypal',
  name: 'PayPal',
  envVars: ['PAYPAL_CLIENT_SECRET', 'PAYPAL_SECRET', 'PAYPAL_ACCESS_TOKEN'],
  hosts: ['paypal.com'],
  keysPage: 'https://developer.paypal.com/dashboard/applications',
  shapes: [
    { pattern: /^A21AA[\w-]{80,}$/, label: 'PayPal access token', envVar: 'PAYPAL_ACCESS_TOKEN' },
    { pattern: /^E[A-Za-z0-9_-]{79}$/, label: 'PayPal client secret', needsName: true },
  ],
};
