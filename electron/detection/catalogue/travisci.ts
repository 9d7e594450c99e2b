import type { Provider } from '../provider.ts';

export const travisci: Provider = {
  id: 'travisci',
  name: 'Travis CI',
  envVars: ['TRAVIS_TOKEN', 'TRAVIS_API_TOKEN', 'TRAVISCI_TOKEN'],
  hosts: ['travis-ci.com', 'travis-ci.org'],
  keysPage: 'https://app.travis-ci.com/account/preferences',
  words: ['travis'],
  shapes: [
    { pattern: /^[A-Za-z0-9]{22}$/, label: 'Travis CI access token', needsName: true },
    { pattern: /^[\w-]{22}$/, label: 'Travis CI access token', needsName: true },
  ],
};
