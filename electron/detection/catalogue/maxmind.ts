import type { Provider } from '../provider.ts';

export const maxmind: Provider = {
  id: 'maxmind',
  name: 'MaxMind',
  envVars: ['MAXMIND_LICENSE_KEY', 'GEOIPUPDATE_LICENSE_KEY'],
  hosts: ['maxmind.com'],
  keysPage: 'https://www.maxmind.com/en/accounts/current/license-key',
  words: ['geoip'],
  shapes: [{ pattern: /^[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk$/, label: 'MaxMind license key' }],
};
