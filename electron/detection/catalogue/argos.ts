import type { Provider } from '../provider.ts';

export const argos: Provider = {
  id: 'argos',
  name: 'Argos',
  envVars: ['ARGOS_TOKEN'],
  hosts: ['argos-ci.com'],
  keysPage: 'https://app.argos-ci.com',
  shapes: [{ pattern: /^argos_[a-f0-9]{34,40}$/, label: 'Argos token' }],
};
