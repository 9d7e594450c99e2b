import type { Provider } from '../provider.ts';

export const planetscale: Provider = {
  id: 'planetscale',
  name: 'PlanetScale',
  envVars: ['PLANETSCALE_SERVICE_TOKEN', 'PLANETSCALE_PASSWORD', 'PLANETSCALE_TOKEN', 'PSCALE_TOKEN'],
  hosts: ['planetscale.com', 'psdb.cloud'],
  keysPage: 'https://app.planetscale.com',
  words: ['pscale'],
  shapes: [
    { pattern: /^pscale_tkn_[\w=.-]{32,64}$/i, label: 'PlanetScale service token' },
    { pattern: /^pscale_oauth_[\w=.-]{32,64}$/, label: 'PlanetScale OAuth token' },
    { pattern: /^pscale_pw_[\w=.-]{32,64}$/i, label: 'PlanetScale database password', envVar: 'DATABASE_PASSWORD' },
  ],
};
