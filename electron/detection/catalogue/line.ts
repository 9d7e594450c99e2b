import type { Provider } from '../provider.ts';

export const line: Provider = {
  id: 'line',
  name: 'LINE',
  envVars: ['LINE_CHANNEL_ACCESS_TOKEN', 'LINE_CHANNEL_SECRET', 'LINE_NOTIFY_TOKEN'],
  hosts: ['line.me'],
  keysPage: 'https://developers.line.biz/console',
  shapes: [
    { pattern: /^[A-Za-z0-9+/]{150,180}\/1O\/w1cDnyilFU=$/, label: 'LINE channel access token' },
    { pattern: /^[A-Za-z0-9+/]{130,180}=?$/, label: 'LINE channel access token', needsName: true },
    { pattern: /^[a-f0-9]{32}$/, label: 'LINE channel secret', envVar: 'LINE_CHANNEL_SECRET', needsName: true },
  ],
};
