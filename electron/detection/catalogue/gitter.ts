import type { Provider } from '../provider.ts';

export const gitter: Provider = {
  id: 'gitter',
  name: 'Gitter',
  envVars: ['GITTER_TOKEN', 'GITTER_ACCESS_TOKEN'],
  hosts: ['gitter.im'],
  keysPage: 'https://developer.gitter.im/apps',
  shapes: [{ pattern: /^[\w-]{40}$/, label: 'Gitter access token', needsName: true }],
};
