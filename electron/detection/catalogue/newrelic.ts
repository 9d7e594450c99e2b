import type { Provider } from '../provider.ts';

export const newrelic: Provider = {
  id: 'newrelic',
  name: 'New Relic',
  envVars: [
    'NEW_RELIC_LICENSE_KEY',
    'NEW_RELIC_API_KEY',
    'NEWRELIC_LICENSE_KEY',
    'NEW_RELIC_INSERT_KEY',
    'NEW_RELIC_USER_KEY',
    'NEW_RELIC_INGEST_KEY',
  ],
  hosts: ['newrelic.com', 'nr-data.net'],
  keysPage: 'https://one.newrelic.com/api-keys',
  words: ['newrelic', 'relic'],
  shapes: [
    { pattern: /^NRAK-[A-Za-z0-9]{27}$/, label: 'New Relic user key', envVar: 'NEW_RELIC_API_KEY' },
    { pattern: /^NRII-[A-Za-z0-9_-]{25,32}$/, label: 'New Relic insert key', envVar: 'NEW_RELIC_INSERT_KEY' },
    { pattern: /^NRIQ-[A-Za-z0-9_-]{25,32}$/, label: 'New Relic query key', envVar: 'NEW_RELIC_QUERY_KEY' },
    { pattern: /^NRRA-[a-f0-9]{42}$/, label: 'New Relic REST API key', envVar: 'NEW_RELIC_API_KEY' },
    { pattern: /^NRAA-[a-f0-9]{27}$/, label: 'New Relic admin key', envVar: 'NEW_RELIC_ADMIN_KEY' },
    { pattern: /^[a-z0-9]{32,36}NRAL$/i, label: 'New Relic license key' },
    {
      pattern: /^(?:AA[0-9a-f]{40}|eu01xx[0-9a-f]{36})-NRMA$/,
      label: 'New Relic mobile app token',
      envVar: 'NEW_RELIC_APP_TOKEN',
    },
    {
      pattern: /^NR(?:JS|BR)-[a-f0-9]{19}$/,
      label: 'New Relic browser key',
      envVar: 'NEW_RELIC_BROWSER_KEY',
      isPublic: true,
    },
    { pattern: /^[a-z0-9]{64}$/, label: 'New Relic user API id', envVar: 'NEW_RELIC_USER_ID', needsName: true },
  ],
};
