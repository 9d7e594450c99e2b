import type { Provider } from '../provider.ts';

export const circleci: Provider = {
  id: 'circleci',
  name: 'CircleCI',
  envVars: ['CIRCLECI_TOKEN', 'CIRCLE_TOKEN', 'CIRCLECI_CLI_TOKEN', 'CIRCLE_CI_TOKEN'],
  hosts: ['circleci.com'],
  keysPage: 'https://app.circleci.com/settings/user/tokens',
  shapes: [
    { pattern: /^CCI(?:PAT|PRJ)_[A-Za-z0-9]{20,24}_[A-Fa-f0-9]{40}$/, label: 'CircleCI token' },
    { pattern: /^[a-f0-9]{40}$/, label: 'CircleCI token', needsName: true },
  ],
};
