import type { Provider } from '../provider.ts';

export const pubnub: Provider = {
  id: 'pubnub',
  name: 'PubNub',
  envVars: ['PUBNUB_SECRET_KEY', 'PUBNUB_PUBLISH_KEY', 'PUBNUB_SUBSCRIBE_KEY'],
  hosts: ['pubnub.com', 'pndsn.com'],
  keysPage: 'https://admin.pubnub.com',
  shapes: [
    { pattern: /^sec-c-[A-Za-z0-9+/=]{40,}$/, label: 'PubNub secret key' },
    {
      pattern: /^pub-c-[a-z0-9]{8}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{12}$/,
      label: 'PubNub publish key',
      envVar: 'PUBNUB_PUBLISH_KEY',
    },
    {
      pattern: /^sub-c-[a-z0-9]{8}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{12}$/,
      label: 'PubNub subscribe key',
      envVar: 'PUBNUB_SUBSCRIBE_KEY',
      isPublic: true,
    },
  ],
};
