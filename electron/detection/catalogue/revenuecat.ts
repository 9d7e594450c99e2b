import type { Provider } from '../provider.ts';

export const revenuecat: Provider = {
  id: 'revenuecat',
  name: 'RevenueCat',
  envVars: ['REVENUECAT_API_KEY', 'REVENUECAT_SECRET_API_KEY'],
  hosts: ['revenuecat.com'],
  keysPage: 'https://app.revenuecat.com/settings/api-keys',
  shapes: [
    { pattern: /^sk_[A-Za-z]{28}$/, label: 'RevenueCat secret key', needsName: true },
    {
      pattern: /^(?:appl|goog|amzn|strp|rcb)_[A-Za-z]{28}$/,
      label: 'RevenueCat public key',
      envVar: 'REVENUECAT_PUBLIC_KEY',
      isPublic: true,
    },
  ],
};
