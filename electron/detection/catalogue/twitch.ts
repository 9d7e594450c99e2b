import type { Provider } from '../provider.ts';

export const twitch: Provider = {
  id: 'twitch',
  name: 'Twitch',
  envVars: ['TWITCH_CLIENT_SECRET', 'TWITCH_ACCESS_TOKEN', 'TWITCH_OAUTH_TOKEN', 'TWITCH_TOKEN'],
  hosts: ['twitch.tv'],
  keysPage: 'https://dev.twitch.tv/console/apps',
  shapes: [
    { pattern: /^oauth:[a-z0-9]{30}$/, label: 'Twitch OAuth token', envVar: 'TWITCH_OAUTH_TOKEN' },
    { pattern: /^live_\d{6,}_[A-Za-z0-9]{30}$/, label: 'Twitch stream key', envVar: 'TWITCH_STREAM_KEY' },
    { pattern: /^[a-z0-9]{30}$/, label: 'Twitch client secret', needsName: true },
  ],
};
