import type { Provider } from '../provider.ts';

export const uploadthing: Provider = {
  id: 'uploadthing',
  name: 'UploadThing',
  envVars: ['UPLOADTHING_TOKEN', 'UPLOADTHING_SECRET'],
  hosts: ['uploadthing.com'],
  keysPage: 'https://uploadthing.com/dashboard',
  shapes: [
    { pattern: /^sk_live_[a-f0-9]{64}$/, label: 'UploadThing secret key', envVar: 'UPLOADTHING_SECRET' },
    { pattern: /^eyJhcGlLZXkiOi[A-Za-z0-9+/]{60,}={0,2}$/, label: 'UploadThing token' },
  ],
};
