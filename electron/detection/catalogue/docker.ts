import type { Provider } from '../provider.ts';

export const docker: Provider = {
  id: 'docker',
  name: 'Docker Hub',
  envVars: [
    'DOCKER_PASSWORD',
    'DOCKERHUB_TOKEN',
    'DOCKER_TOKEN',
    'DOCKER_HUB_TOKEN',
    'DOCKERHUB_PASSWORD',
    'DOCKER_PAT',
  ],
  hosts: ['docker.com', 'docker.io', 'hub.docker.com'],
  keysPage: 'https://app.docker.com/settings/personal-access-tokens',
  words: ['docker', 'dockerhub'],
  shapes: [
    { pattern: /^dckr_pat_[\w-]{27,}$/, label: 'Docker Hub personal access token', envVar: 'DOCKERHUB_TOKEN' },
    { pattern: /^dckr_oat_[\w-]{32,}$/, label: 'Docker Hub organization access token', envVar: 'DOCKERHUB_TOKEN' },
    { pattern: /^SWMTKN-1-[a-z0-9]{50}-[a-z0-9]{25}$/, label: 'Docker Hub Swarm join token', envVar: 'SWARM_TOKEN' },
  ],
};
