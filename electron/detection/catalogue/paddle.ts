import type { Provider } from '../provider.ts';

export const paddle: Provider = {
  id: 'paddle',
  name: 'Paddle',
  envVars: ['PADDLE_API_KEY', 'PADDLE_WEBHOOK_SECRET', 'PADDLE_NOTIFICATION_WEBHOOK_SECRET'],
  hosts: ['paddle.com'],
  keysPage: 'https://vendors.paddle.com/authentication-v2',
  shapes: [
    { pattern: /^pdl_(?:live|sdbx)_apikey_[a-z0-9]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}$/, label: 'Paddle key' },
    {
      pattern: /^pdl_ntfset_[a-z0-9]{26}_[\w+/=]{20,}$/,
      label: 'Paddle webhook secret',
      envVar: 'PADDLE_WEBHOOK_SECRET',
    },
    {
      pattern: /^(?:live|test)_[a-f0-9]{27}$/,
      label: 'Paddle client-side token',
      envVar: 'PADDLE_CLIENT_TOKEN',
      isPublic: true,
    },
  ],
};
