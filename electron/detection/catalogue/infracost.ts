import type { Provider } from '../provider.ts';

export const infracost: Provider = {
  id: 'infracost',
  name: 'Infracost',
  envVars: ['INFRACOST_API_KEY'],
  hosts: ['infracost.io'],
  keysPage: 'https://dashboard.infracost.io',
  shapes: [{ pattern: /^ico-[A-Za-z0-9]{32}$/, label: 'Infracost key' }],
};
