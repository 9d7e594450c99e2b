import type { Provider } from '../provider.ts';

export const dropbox: Provider = {
  id: 'dropbox',
  name: 'Dropbox',
  envVars: ['DROPBOX_ACCESS_TOKEN', 'DROPBOX_TOKEN', 'DROPBOX_APP_SECRET', 'DROPBOX_REFRESH_TOKEN', 'DROPBOX_APP_KEY'],
  hosts: ['dropbox.com', 'dropboxapi.com'],
  keysPage: 'https://www.dropbox.com/developers/apps',
  shapes: [
    { pattern: /^sl\.(?:u\.)?[\w=-]{120,}$/, label: 'Dropbox access token' },
    { pattern: /^[A-Za-z0-9]{11}AAAAAAAAAA[\w=-]{43}$/, label: 'Dropbox access token' },
    { pattern: /^[a-z0-9]{15}$/, label: 'Dropbox app secret', envVar: 'DROPBOX_APP_SECRET', needsName: true },
  ],
};
