import type { Provider } from '../provider.ts';

export const finicity: Provider = {
  id: 'finicity',
  name: 'Finicity',
  envVars: ['FINICITY_APP_KEY', 'FINICITY_API_KEY', 'FINICITY_CLIENT_SECRET', 'FINICITY_PARTNER_SECRET'],
  hosts: ['finicity.com'],
  keysPage: 'https://developer.mastercard.com',
  shapes: [
    { pattern: /^[a-f0-9]{32}$/, label: 'Finicity app key', needsName: true },
    {
      pattern: /^[A-Za-z0-9]{20}$/,
      label: 'Finicity partner secret',
      envVar: 'FINICITY_PARTNER_SECRET',
      needsName: true,
    },
  ],
};
