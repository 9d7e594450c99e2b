import type { Provider } from '../provider.ts';

export const flutterwave: Provider = {
  id: 'flutterwave',
  name: 'Flutterwave',
  envVars: ['FLW_SECRET_KEY', 'FLUTTERWAVE_SECRET_KEY', 'FLUTTERWAVE_ENCRYPTION_KEY', 'FLW_ENCRYPTION_KEY'],
  hosts: ['flutterwave.com'],
  keysPage: 'https://app.flutterwave.com/dashboard/settings/apis',
  words: ['flw'],
  shapes: [
    { pattern: /^FLWSECK(?:_TEST)?-[a-z0-9]{32}-X$/i, label: 'Flutterwave secret key' },
    {
      pattern: /^FLWSECK(?:_TEST)?-?[a-z0-9]{12}$/i,
      label: 'Flutterwave encryption key',
      envVar: 'FLUTTERWAVE_ENCRYPTION_KEY',
    },
    {
      pattern: /^FLWPUBK(?:_TEST)?-[a-z0-9]{32}-X$/i,
      label: 'Flutterwave public key',
      envVar: 'FLW_PUBLIC_KEY',
      isPublic: true,
    },
  ],
};
