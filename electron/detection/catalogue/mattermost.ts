import type { Provider } from '../provider.ts';

export const mattermost: Provider = {
  id: 'mattermost',
  name: 'Mattermost',
  envVars: ['MATTERMOST_TOKEN', 'MATTERMOST_ACCESS_TOKEN', 'MM_TOKEN'],
  hosts: ['mattermost.com'],
  keysPage: '',
  shapes: [{ pattern: /^[a-z0-9]{26}$/, label: 'Mattermost access token', needsName: true }],
};
