import type { Provider } from '../provider.ts';

export const pusher: Provider = {
  id: 'pusher',
  name: 'Pusher',
  envVars: ['PUSHER_APP_SECRET', 'PUSHER_SECRET'],
  hosts: ['pusher.com'],
  keysPage: 'https://dashboard.pusher.com',
  publicVars: ['PUSHER_KEY', 'PUSHER_APP_KEY'],
  shapes: [{ pattern: /^[a-f0-9]{20}$/, label: 'Pusher secret', needsName: true }],
};
