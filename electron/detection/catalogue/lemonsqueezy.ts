import type { Provider } from '../provider.ts';

export const lemonsqueezy: Provider = {
  id: 'lemonsqueezy',
  name: 'Lemon Squeezy',
  envVars: ['LEMONSQUEEZY_API_KEY', 'LEMON_SQUEEZY_API_KEY', 'LEMONSQUEEZY_WEBHOOK_SECRET'],
  hosts: ['lemonsqueezy.com'],
  keysPage: 'https://app.lemonsqueezy.com/settings/api',
  words: ['lemon'],
  shapes: [{ pattern: /^eyJ[\w-]{30,60}\.eyJ[\w-]{100,}\.[\w-]{512,}$/, label: 'Lemon Squeezy key', needsName: true }],
};
