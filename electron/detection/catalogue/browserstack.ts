import type { Provider } from '../provider.ts';

export const browserstack: Provider = {
  id: 'browserstack',
  name: 'BrowserStack',
  envVars: ['BROWSERSTACK_ACCESS_KEY'],
  hosts: ['browserstack.com'],
  keysPage: 'https://www.browserstack.com/accounts/profile',
  shapes: [{ pattern: /^[A-Za-z0-9]{20}$/, label: 'BrowserStack access key', needsName: true }],
};
