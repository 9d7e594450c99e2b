import type { Provider } from '../provider.ts';

export const contentful: Provider = {
  id: 'contentful',
  name: 'Contentful',
  envVars: [
    'CONTENTFUL_ACCESS_TOKEN',
    'CONTENTFUL_MANAGEMENT_TOKEN',
    'CONTENTFUL_DELIVERY_TOKEN',
    'CONTENTFUL_PREVIEW_ACCESS_TOKEN',
  ],
  hosts: ['contentful.com'],
  keysPage: 'https://app.contentful.com/account/profile/cma_tokens',
  shapes: [
    { pattern: /^CFPAT-[\w-]{43}$/, label: 'Contentful management token', envVar: 'CONTENTFUL_MANAGEMENT_TOKEN' },
    { pattern: /^[A-Za-z0-9=_-]{43}$/, label: 'Contentful delivery token', needsName: true },
  ],
};
