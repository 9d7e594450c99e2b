import type { Provider } from '../provider.ts';

export const artifactory: Provider = {
  id: 'artifactory',
  name: 'Artifactory',
  envVars: [
    'ARTIFACTORY_API_KEY',
    'ARTIFACTORY_TOKEN',
    'JFROG_ACCESS_TOKEN',
    'ARTIFACTORY_PASSWORD',
    'JF_ACCESS_TOKEN',
    'JFROG_TOKEN',
  ],
  hosts: ['jfrog.io', 'jfrog.com'],
  keysPage: 'https://jfrog.com',
  words: ['jfrog', 'bintray'],
  shapes: [
    { pattern: /^AKCp[A-Za-z0-9]{60,}$/, label: 'Artifactory API key' },
    { pattern: /^cmVmd[A-Za-z0-9]{50,}$/, label: 'Artifactory reference token', envVar: 'JF_ACCESS_TOKEN' },
    { pattern: /^[A-Za-z0-9]{64}$/, label: 'Artifactory identity token', envVar: 'JF_ACCESS_TOKEN', needsName: true },
    { pattern: /^[A-Za-z0-9]{73}$/, label: 'Artifactory API key', needsName: true },
  ],
};
