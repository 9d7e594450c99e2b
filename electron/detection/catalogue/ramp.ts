import type { Provider } from '../provider.ts';

export const ramp: Provider = {
  id: 'ramp',
  name: 'Ramp',
  envVars: ['RAMP_CLIENT_SECRET'],
  hosts: ['ramp.com'],
  keysPage: 'https://app.ramp.com/settings/developer',
  shapes: [
    { pattern: /^ramp_sec_[A-Za-z0-9]{48}$/, label: 'Ramp client secret' },
    { pattern: /^ramp_id_[A-Za-z0-9]{40}$/, label: 'Ramp client id', envVar: 'RAMP_CLIENT_ID', isPublic: true },
  ],
};
