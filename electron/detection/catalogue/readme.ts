import type { Provider } from '../provider.ts';

export const readme: Provider = {
  id: 'readme',
  name: 'ReadMe',
  envVars: ['README_API_KEY'],
  hosts: ['readme.com', 'readme.io'],
  keysPage: 'https://dash.readme.com',
  shapes: [{ pattern: /^rdme_[a-z0-9]{64,}$/, label: 'ReadMe key' }],
};
