import type { Provider } from '../provider.ts';

export const sonar: Provider = {
  id: 'sonar',
  name: 'SonarQube',
  envVars: ['SONAR_TOKEN', 'SONAR_LOGIN', 'SONARQUBE_TOKEN', 'SONARCLOUD_TOKEN'],
  hosts: ['sonarcloud.io', 'sonarsource.com', 'sonarqube.org'],
  keysPage: 'https://sonarcloud.io/account/security',
  words: ['sonar', 'sonarcloud'],
  shapes: [
    { pattern: /^sq[aupo]_[a-z0-9=_-]{40}$/, label: 'SonarQube token' },
    { pattern: /^sqco_[A-Za-z0-9]{59}$/, label: 'SonarQube Cloud token' },
    { pattern: /^[a-z0-9=_-]{40}$/, label: 'SonarQube token', needsName: true },
  ],
};
