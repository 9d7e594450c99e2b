import type { Provider } from '../provider.ts';

export const facebook: Provider = {
  id: 'facebook',
  name: 'Facebook',
  envVars: [
    'FACEBOOK_ACCESS_TOKEN',
    'FB_ACCESS_TOKEN',
    'FACEBOOK_APP_SECRET',
    'FACEBOOK_PAGE_ACCESS_TOKEN',
    'WHATSAPP_TOKEN',
    'META_ACCESS_TOKEN',
    'INSTAGRAM_ACCESS_TOKEN',
    'FACEBOOK_CLIENT_SECRET',
    'FB_APP_SECRET',
  ],
  hosts: ['facebook.com', 'graph.facebook.com', 'meta.com', 'instagram.com'],
  keysPage: 'https://developers.facebook.com/apps',
  words: ['fb', 'whatsapp', 'instagram'],
  shapes: [
    { pattern: /^EAA[A-Za-z0-9]{80,}$/, label: 'Facebook access token' },
    { pattern: /^IG(?:QV|AA)[\w-]{60,}$/, label: 'Facebook Instagram access token', envVar: 'INSTAGRAM_ACCESS_TOKEN' },
    { pattern: /^\d{15,16}[|%][\w-]{27,40}$/, label: 'Facebook app access token' },
    { pattern: /^[a-f0-9]{32}$/, label: 'Facebook app secret', envVar: 'FACEBOOK_APP_SECRET', needsName: true },
  ],
};
