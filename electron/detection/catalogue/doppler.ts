import type { Provider } from '../provider.ts';

export const doppler: Provider = {
  id: 'doppler',
  name: 'Doppler',
  envVars: ['DOPPLER_TOKEN'],
  hosts: ['doppler.com'],
  keysPage: 'https://dashboard.doppler.com',
  shapes: [
    { pattern: /^dp\.pt\.[A-Za-z0-9]{40,}$/, label: 'Doppler personal token' },
    { pattern: /^dp\.(?:ct|sa|said|scim|audit)\.[A-Za-z0-9]{40,}$/, label: 'Doppler token' },
    { pattern: /^dp\.st\.(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,}$/, label: 'Doppler service token' },
  ],
};
