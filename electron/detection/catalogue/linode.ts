import type { Provider } from '../provider.ts';

export const linode: Provider = {
  id: 'linode',
  name: 'Linode',
  envVars: ['LINODE_TOKEN', 'LINODE_CLI_TOKEN', 'LINODE_API_TOKEN'],
  hosts: ['linode.com', 'cloud.linode.com'],
  keysPage: 'https://cloud.linode.com/profile/tokens',
  shapes: [{ pattern: /^[a-f0-9]{64}$/, label: 'Linode token', needsName: true }],
};
