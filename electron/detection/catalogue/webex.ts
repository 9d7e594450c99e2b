import type { Provider } from '../provider.ts';

export const webex: Provider = {
  id: 'webex',
  name: 'Webex',
  envVars: ['WEBEX_ACCESS_TOKEN', 'WEBEX_BOT_TOKEN', 'WEBEX_TOKEN', 'WEBEX_CLIENT_SECRET'],
  hosts: ['webex.com', 'webexapis.com'],
  keysPage: 'https://developer.webex.com/my-apps',
  shapes: [
    {
      pattern: /^[A-Za-z0-9]{64}_[A-Za-z0-9]{4}_[a-z0-9]{8}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{12}$/,
      label: 'Webex access token',
    },
    { pattern: /^[a-f0-9]{64}$/, label: 'Webex client secret', envVar: 'WEBEX_CLIENT_SECRET', needsName: true },
  ],
};
