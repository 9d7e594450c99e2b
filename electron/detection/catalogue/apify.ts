import type { Provider } from '../provider.ts';

export const apify: Provider = {
  id: 'apify',
  name: 'Apify',
  envVars: ['APIFY_TOKEN', 'APIFY_API_TOKEN', 'APIFY_API_KEY'],
  hosts: ['apify.com'],
  keysPage: 'https://console.apify.com/settings/integrations',
  shapes: [
    { pattern: /^apify_api_[A-Za-z0-9]{30,}$/, label: 'Apify token' },
    { pattern: /^apify_proxy_[A-Za-z0-9]{30,}$/, label: 'Apify proxy password', envVar: 'APIFY_PROXY_PASSWORD' },
  ],
};
