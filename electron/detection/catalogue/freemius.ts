import type { Provider } from '../provider.ts';

export const freemius: Provider = {
  id: 'freemius',
  name: 'Freemius',
  envVars: ['FREEMIUS_SECRET_KEY'],
  hosts: ['freemius.com'],
  keysPage: 'https://dashboard.freemius.com',
  shapes: [
    { pattern: /^sk_(?!live_|test_|org_|prod_|dev_|car_|e2b_)\S{29}$/, label: 'Freemius secret key' },
    {
      pattern: /^pk_(?!live_|test_)[0-9a-zA-Z]{29}$/,
      label: 'Freemius public key',
      envVar: 'FREEMIUS_PUBLIC_KEY',
      isPublic: true,
    },
  ],
};
