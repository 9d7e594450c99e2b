import type { Provider } from '../provider.ts';

export const storyblok: Provider = {
  id: 'storyblok',
  name: 'Storyblok',
  envVars: ['STORYBLOK_TOKEN', 'STORYBLOK_ACCESS_TOKEN', 'STORYBLOK_MANAGEMENT_TOKEN', 'STORYBLOK_OAUTH_TOKEN'],
  hosts: ['storyblok.com'],
  keysPage: 'https://app.storyblok.com/#/me/account?tab=token',
  shapes: [
    {
      pattern: /^[A-Za-z0-9]{22}tt-\d{5,6}-[\w-]{20}$/,
      label: 'Storyblok management token',
      envVar: 'STORYBLOK_MANAGEMENT_TOKEN',
    },
    { pattern: /^[A-Za-z0-9]{22}tt$/, label: 'Storyblok access token', needsName: true },
  ],
};
