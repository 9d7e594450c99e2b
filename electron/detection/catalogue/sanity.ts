import type { Provider } from '../provider.ts';

export const sanity: Provider = {
  id: 'sanity',
  name: 'Sanity',
  envVars: ['SANITY_API_TOKEN', 'SANITY_AUTH_TOKEN', 'SANITY_TOKEN', 'SANITY_API_READ_TOKEN', 'SANITY_API_WRITE_TOKEN'],
  hosts: ['sanity.io'],
  keysPage: 'https://www.sanity.io/manage',
  shapes: [{ pattern: /^sk[A-Za-z0-9]{79,}$/, label: 'Sanity token' }],
};
