import type { Provider } from '../provider.ts';

export const coinbase: Provider = {
  id: 'coinbase',
  name: 'Coinbase',
  envVars: ['COINBASE_API_SECRET', 'COINBASE_API_KEY', 'CDP_API_KEY_SECRET', 'CDP_API_KEY'],
  hosts: ['coinbase.com'],
  keysPage: 'https://portal.cdp.coinbase.com/access/api',
  words: ['cdp'],
  shapes: [
    { pattern: /^[A-Za-z0-9_-]{64}$/, label: 'Coinbase access token', needsName: true },
    {
      pattern: /^[A-Za-z0-9+/]{86}==$/,
      label: 'Coinbase API key secret',
      envVar: 'CDP_API_KEY_SECRET',
      needsName: true,
    },
  ],
};
