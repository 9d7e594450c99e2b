import type { Provider } from '../provider.ts';

export const polar: Provider = {
  id: 'polar',
  name: 'Polar',
  envVars: ['POLAR_ACCESS_TOKEN', 'POLAR_WEBHOOK_SECRET'],
  hosts: ['polar.sh'],
  keysPage: 'https://polar.sh/dashboard',
  shapes: [
    { pattern: /^polar_(?:oat|pat|at_[uo]|rt_[uo]|cst|mst|ac|cs)_[\w-]{30,}$/, label: 'Polar access token' },
    { pattern: /^polar_(?:whs|wh)_[\w-]{20,}$/, label: 'Polar webhook secret', envVar: 'POLAR_WEBHOOK_SECRET' },
    { pattern: /^polar_ci_[\w-]{20,}$/, label: 'Polar client id', envVar: 'POLAR_CLIENT_ID', isPublic: true },
  ],
};
