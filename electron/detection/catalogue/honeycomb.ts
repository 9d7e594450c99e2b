import type { Provider } from '../provider.ts';

export const honeycomb: Provider = {
  id: 'honeycomb',
  name: 'Honeycomb',
  envVars: ['HONEYCOMB_API_KEY', 'HONEYCOMB_KEY', 'HONEYCOMB_CONFIGURATION_KEY'],
  hosts: ['honeycomb.io'],
  keysPage: 'https://ui.honeycomb.io/account',
  shapes: [
    { pattern: /^hc[abgm][im]k_[a-z0-9]{40,}$/, label: 'Honeycomb ingest key' },
    { pattern: /^hc[a-z]{2,3}_[a-z0-9]{50,}$/, label: 'Honeycomb key' },
    { pattern: /^[A-Za-z0-9]{22}$/, label: 'Honeycomb key', needsName: true },
    { pattern: /^[a-f0-9]{32}$/, label: 'Honeycomb key', needsName: true },
  ],
};
