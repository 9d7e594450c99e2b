import type { Provider } from '../provider.ts';

export const hubspot: Provider = {
  id: 'hubspot',
  name: 'HubSpot',
  envVars: [
    'HUBSPOT_ACCESS_TOKEN',
    'HUBSPOT_API_KEY',
    'HUBSPOT_TOKEN',
    'HUBSPOT_PRIVATE_APP_TOKEN',
    'HUBSPOT_CLIENT_SECRET',
  ],
  hosts: ['hubspot.com', 'hubapi.com'],
  keysPage: 'https://app.hubspot.com/private-apps',
  words: ['hapikey'],
  shapes: [
    {
      pattern: /^pat-(?:eu|na|ap)\d-[A-Za-z0-9]{8}-[A-Za-z0-9]{4}-[A-Za-z0-9]{4}-[A-Za-z0-9]{4}-[A-Za-z0-9]{12}$/,
      label: 'HubSpot private app token',
    },
    {
      pattern: /^[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}$/,
      label: 'HubSpot API key',
      needsName: true,
    },
  ],
};
