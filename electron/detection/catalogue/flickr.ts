import type { Provider } from '../provider.ts';

export const flickr: Provider = {
  id: 'flickr',
  name: 'Flickr',
  envVars: ['FLICKR_API_KEY', 'FLICKR_API_SECRET'],
  hosts: ['flickr.com'],
  keysPage: 'https://www.flickr.com/services/apps',
  shapes: [
    { pattern: /^[a-z0-9]{32}$/, label: 'Flickr key', needsName: true },
    { pattern: /^[a-f0-9]{16}$/, label: 'Flickr secret', envVar: 'FLICKR_API_SECRET', needsName: true },
  ],
};
