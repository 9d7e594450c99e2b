import type { Provider } from '../provider.ts';

export const octopus: Provider = {
  id: 'octopus',
  name: 'Octopus Deploy',
  envVars: ['OCTOPUS_API_KEY', 'OCTOPUS_CLI_API_KEY'],
  hosts: ['octopus.com', 'octopus.app'],
  keysPage: 'https://octopus.com',
  words: ['octopus'],
  shapes: [{ pattern: /^API-[A-Z0-9]{25,32}$/, label: 'Octopus Deploy API key' }],
};
