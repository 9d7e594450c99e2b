import type { Provider } from '../provider.ts';

export const browserbase: Provider = {
  id: 'browserbase',
  name: 'Browserbase',
  envVars: ['BROWSERBASE_API_KEY'],
  hosts: ['browserbase.com'],
  keysPage: 'https://www.browserbase.com/settings',
  shapes: [{ pattern: /^bb_(?:live|test)_[\w-]{20,}$/, label: 'Browserbase key' }],
};
