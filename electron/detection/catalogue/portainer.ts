import type { Provider } from '../provider.ts';

export const portainer: Provider = {
  id: 'portainer',
  name: 'Portainer',
  envVars: ['PORTAINER_API_KEY', 'PORTAINER_TOKEN'],
  hosts: ['portainer.io'],
  keysPage: '',
  words: ['portainer'],
  shapes: [{ pattern: /^ptr_[A-Za-z0-9/_+=-]{20,60}$/, label: 'Portainer access token' }],
};
