import type { Provider } from '../provider.ts';

export const saucelabs: Provider = {
  id: 'saucelabs',
  name: 'Sauce Labs',
  envVars: ['SAUCE_ACCESS_KEY', 'SAUCELABS_ACCESS_KEY'],
  hosts: ['saucelabs.com'],
  keysPage: 'https://app.saucelabs.com/user-settings',
  words: ['sauce'],
  shapes: [
    {
      pattern: /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/,
      label: 'Sauce Labs access key',
      needsName: true,
    },
  ],
};
