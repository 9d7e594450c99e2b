import type { Provider } from '../provider.ts';

export const gitea: Provider = {
  id: 'gitea',
  name: 'Gitea',
  envVars: ['GITEA_TOKEN', 'FORGEJO_TOKEN', 'CODEBERG_TOKEN'],
  hosts: ['gitea.com', 'codeberg.org'],
  keysPage: '',
  words: ['forgejo', 'codeberg'],
  shapes: [
    { pattern: /^gta_[A-Za-z0-9]{30,}$/, label: 'Gitea token' },
    { pattern: /^[a-f0-9]{40}$/, label: 'Gitea token', needsName: true },
  ],
};
