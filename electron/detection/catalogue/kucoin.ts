import type { Provider } from '../provider.ts';

export const kucoin: Provider = {
  id: 'kucoin',
  name: 'KuCoin',
  envVars: ['KUCOIN_API_SECRET', 'KUCOIN_SECRET_KEY', 'KUCOIN_API_KEY', 'KUCOIN_SECRET'],
  hosts: ['kucoin.com'],
  keysPage: 'https://www.kucoin.com/account/api',
  shapes: [
    {
      pattern: /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/,
      label: 'KuCoin secret key',
      needsName: true,
    },
    { pattern: /^[a-f0-9]{24}$/, label: 'KuCoin access token', envVar: 'KUCOIN_API_KEY', needsName: true },
  ],
};
